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

    public required PersonId Reporter { get; init; }

    public SealedEvidence Sealed => new(Id, Name, ContentType, Size, Sha256, ReceivedAt);

    internal sealed class Mapping : IEntityTypeConfiguration<EvidenceRow>
    {
        public void Configure(EntityTypeBuilder<EvidenceRow> builder)
        {
            builder.ToTable("Evidence");
            builder.HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.ContentType).HasMaxLength(40);
            builder.Property(row => row.Sha256).HasMaxLength(64);
            builder.Ignore(row => row.Sealed);
            builder.HasIndex(row => new { row.Draft, row.Sha256 }).IsUnique();
            builder.HasIndex(row => row.Sha256);
        }
    }
}
