using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>A week whose summary is owed already: whoever writes this row posts it, nobody else.</summary>
internal sealed class SummaryRow
{
    public required PracticeId Practice { get; init; }

    /// <summary>The Monday, in the practice's zone.</summary>
    public required DateOnly WeekStart { get; init; }

    public required DateTimeOffset ClaimedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SummaryRow>
    {
        public void Configure(EntityTypeBuilder<SummaryRow> builder)
        {
            builder.ToTable("Summaries");
            builder.HasKey(row => new { row.Practice, row.WeekStart });
        }
    }
}
