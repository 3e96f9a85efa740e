using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>One change that was made on the set-up card: who, when, and what stood there afterwards. Append-only.</summary>
internal sealed class PracticeChangeRow
{
    public required PracticeId Practice { get; init; }

    /// <summary>Of the practice after the change, from 1.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset At { get; init; }

    public required PersonId By { get; init; }

    public string? ReferencePrefix { get; init; }

    /// <summary>As <see cref="PracticeRow.Choices"/>.</summary>
    public required string Choices { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<PracticeChangeRow>
    {
        public void Configure(EntityTypeBuilder<PracticeChangeRow> builder)
        {
            builder.ToTable("PracticeChanges");
            builder.HasKey(row => new { row.Practice, row.Version });
            builder.Property(row => row.ReferencePrefix).HasMaxLength(6);
        }
    }
}
