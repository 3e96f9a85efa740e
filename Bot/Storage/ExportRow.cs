using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>One time that a case's evidence was asked for, and what became of it. What happened is in the case's chain too.</summary>
internal sealed class ExportRow
{
    public required ExportId Id { get; init; }

    public required PracticeId Practice { get; init; }

    public required CaseId CaseId { get; init; }

    /// <summary>What was asked for is the case in this version; when it changes, the request is void.</summary>
    public required int CaseVersion { get; init; }

    /// <summary>How many events the chain had when it was asked for: later ones are not handed over.</summary>
    public int Events { get; set; }

    public required ExportAudience Audience { get; init; }

    public required ExportCopies Copies { get; init; }

    /// <summary><c>null</c> where nobody had to say why.</summary>
    public string? Reason { get; init; }

    public required PersonId RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public ExportState State { get; set; } = ExportState.Asked;

    /// <summary>Who agreed, or did not.</summary>
    public PersonId? AnsweredBy { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>SHA-256 of the token in the newest link; the token itself is kept nowhere. <c>null</c> before the first and once it was used.</summary>
    public string? LinkHash { get; set; }

    public DateTimeOffset? LinkMadeAt { get; set; }

    /// <summary>When a link was used last.</summary>
    public DateTimeOffset? HandedOutAt { get; set; }

    /// <summary>Of the bundle that was handed out last.</summary>
    public string? BundleSha256 { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ExportRow>
    {
        public void Configure(EntityTypeBuilder<ExportRow> builder)
        {
            builder.ToTable("Exports");
            builder.HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.LinkHash).HasMaxLength(64);
            builder.Property(row => row.BundleSha256).HasMaxLength(64);
            builder.HasOne<CaseRow>().WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Cascade);
            builder.HasIndex(row => row.LinkHash).IsUnique();
        }
    }
}

internal enum ExportState
{
    /// <summary>Waiting for a second person, unless its time is over.</summary>
    Asked,
    Confirmed,
    Declined,
}
