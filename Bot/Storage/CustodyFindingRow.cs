using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>Something that was not as it should be at the last check, and when it was told. Ids and hashes only.</summary>
internal sealed class CustodyFindingRow
{
    public required PracticeId Practice { get; init; }

    /// <summary>What it is about, for example one file: the same finding is written down once.</summary>
    public required string Subject { get; init; }

    public required FindingKind Kind { get; set; }

    public CaseId? CaseId { get; init; }

    /// <summary>The case's reference; <c>null</c> for a screenshot of a report that has not been sent.</summary>
    public string? Reference { get; init; }

    public EvidenceId? Evidence { get; init; }

    public string? Sha256 { get; init; }

    /// <summary>In a broken chain: the first event that does not hold, from 1.</summary>
    public int? Place { get; set; }

    /// <summary>It is told again when this is a week ago.</summary>
    public required DateTimeOffset ToldAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<CustodyFindingRow>
    {
        public void Configure(EntityTypeBuilder<CustodyFindingRow> builder)
        {
            builder.ToTable("CustodyFindings");
            builder.HasKey(row => new { row.Practice, row.Subject });
            builder.Property(row => row.Subject).HasMaxLength(80);
            builder.Property(row => row.Reference).HasMaxLength(40);
            builder.Property(row => row.Sha256).HasMaxLength(64);
            builder.Property(row => row.ToldAt).IsConcurrencyToken();
        }
    }
}

/// <summary>What is wrong.</summary>
internal enum FindingKind
{
    /// <summary>The bytes are not the ones that were sealed.</summary>
    FileChanged,

    /// <summary>The file, or the record that it was received, is gone, and no purge took it.</summary>
    FileMissing,

    /// <summary>The file is there, but its key is not, or does not open it.</summary>
    FileUnreadable,

    /// <summary>A file that no event of its case tells of.</summary>
    FileNotInChain,

    /// <summary>A file of a case that is not there any more, and that no purge took.</summary>
    FileWithoutCase,

    /// <summary>An event of a case is changed, missing or not in its place.</summary>
    ChainBroken,

    /// <summary>The case as it stands is not what its events say.</summary>
    CaseDiffers,

    /// <summary>A number was given to a case that is not there any more, and that no purge took.</summary>
    CaseMissing,

    /// <summary>A certificate of a purge was changed, or something of the case is still there.</summary>
    CertificateBroken,
}
