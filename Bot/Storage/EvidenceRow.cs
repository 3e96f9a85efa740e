using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>A screenshot that was received for a draft. The case that the draft becomes has the same id.</summary>
internal sealed class EvidenceRow
{
    public required EvidenceId Id { get; init; }

    public required PracticeId Practice { get; init; }

    public required CaseId Draft { get; init; }

    public required string Name { get; init; }

    public required string ContentType { get; init; }

    public required long Size { get; init; }

    public required string Sha256 { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>For a redacted copy, who redacted.</summary>
    public required PersonId Reporter { get; init; }

    /// <summary>1, 2, 3 … within its draft: the order does not depend on a clock. 0 in records from before it was counted.</summary>
    public int Place { get; set; }

    public EvidenceState State { get; set; } = EvidenceState.Kept;

    /// <summary>See <see cref="EvidenceSeal"/>.</summary>
    public required string Address { get; set; }

    /// <summary>See <see cref="EvidenceSeal"/>.</summary>
    public byte[]? WrappedKey { get; set; }

    public EvidenceId? RedactionOf { get; init; }

    /// <summary>64 bits; a column has no unsigned numbers.</summary>
    public long? PictureHash { get; set; }

    public int? PictureWidth { get; init; }

    public int? PictureHeight { get; init; }

    public int? PictureFrames { get; init; }

    public bool? PictureHasLocation { get; init; }

    public bool? IsInOneDrive { get; init; }

    public DateTimeOffset? PurgedAt { get; set; }

    /// <summary>When its draft was found to be left behind; it goes with the next sweep unless the draft became a case.</summary>
    public DateTimeOffset? AbandonedAt { get; set; }

    public SealedEvidence Sealed => new(Id, Name, ContentType, Size, Sha256, ReceivedAt)
    {
        Picture = PictureWidth is { } width ? new PictureFacts(width, PictureHeight ?? 0, PictureFrames ?? 1, PictureHasLocation ?? false) : null,
        IsInOneDrive = IsInOneDrive,
    };

    public EvidenceRecord Record => new(Sealed, Practice, Draft, Reporter, State, new EvidenceSeal(Address, WrappedKey))
    {
        RedactionOf = RedactionOf,
        PictureHash = unchecked((ulong?)PictureHash),
        PurgedAt = PurgedAt,
    };

    public static EvidenceRow From(EvidenceRecord record) => new()
    {
        Id = record.Id,
        Practice = record.Practice,
        Draft = record.Case,
        Name = record.Evidence.Name,
        ContentType = record.Evidence.ContentType,
        Size = record.Evidence.Size,
        Sha256 = record.Evidence.Sha256,
        ReceivedAt = record.Evidence.ReceivedAt,
        Reporter = record.By,
        State = record.State,
        Address = record.Seal.Address,
        WrappedKey = record.Seal.WrappedKey,
        RedactionOf = record.RedactionOf,
        PictureHash = unchecked((long?)record.PictureHash),
        PictureWidth = record.Evidence.Picture?.Width,
        PictureHeight = record.Evidence.Picture?.Height,
        PictureFrames = record.Evidence.Picture?.Frames,
        PictureHasLocation = record.Evidence.Picture?.HasLocation,
        IsInOneDrive = record.Evidence.IsInOneDrive,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<EvidenceRow>
    {
        public void Configure(EntityTypeBuilder<EvidenceRow> builder)
        {
            builder.ToTable("Evidence");
            builder.HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.ContentType).HasMaxLength(40);
            builder.Property(row => row.Sha256).HasMaxLength(64);
            builder.Property(row => row.Address).HasMaxLength(64);
            builder.Ignore(row => row.Sealed);
            builder.Ignore(row => row.Record);
            builder.HasIndex(row => new { row.Draft, row.Sha256 }).IsUnique();
            builder.HasIndex(row => row.Sha256);
            builder.HasIndex(row => row.Address);
        }
    }
}
