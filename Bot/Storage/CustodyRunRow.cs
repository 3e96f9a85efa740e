using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>The nightly check of one practice and night: whoever holds its lease makes it, nobody else.</summary>
internal sealed class CustodyRunRow
{
    public required PracticeId Practice { get; init; }

    /// <summary>The day on which it fell due, in the practice's zone.</summary>
    public required DateOnly Night { get; init; }

    public required Guid LeasedBy { get; init; }

    /// <summary>After this instant another instance may begin it again: whoever had it is gone.</summary>
    public required DateTimeOffset LeasedUntil { get; init; }

    /// <summary><c>null</c> until it has been gone through to the end, whatever was found.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    public int Cases { get; init; }

    public int Events { get; init; }

    public int Files { get; init; }

    /// <summary>How much was not as it should be.</summary>
    public int Findings { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CustodyRunRow>
    {
        public void Configure(EntityTypeBuilder<CustodyRunRow> builder)
        {
            builder.ToTable("CustodyRuns");
            builder.HasKey(row => new { row.Practice, row.Night });
        }
    }
}
