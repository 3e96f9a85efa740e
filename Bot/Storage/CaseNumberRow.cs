using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>The last number given to a case in a practice and year.</summary>
internal sealed class CaseNumberRow
{
    public required PracticeId Practice { get; init; }

    public required int Year { get; init; }

    public required int Last { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<CaseNumberRow>
    {
        public void Configure(EntityTypeBuilder<CaseNumberRow> builder)
        {
            builder.ToTable("CaseNumbers");
            builder.HasKey(row => new { row.Practice, row.Year });
        }
    }
}
