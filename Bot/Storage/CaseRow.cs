using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Cases.Links;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>A case: the whole of it in <see cref="Document"/>, and beside it what is searched and guarded by.</summary>
internal sealed class CaseRow
{
    public required CaseId Id { get; init; }

    public required PracticeId Practice { get; init; }

    public required int Year { get; init; }

    public required int Number { get; init; }

    public required PersonId Reporter { get; init; }

    public required Urgency Urgency { get; init; }

    public required Platform Platform { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required CaseStatus Status { get; set; }

    /// <summary>A change is stored only where this is still the version that the change was made against.</summary>
    public required int Version { get; set; }

    /// <summary><c>null</c> until it is decided.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>When it stopped being open, by decision, withdrawal or merging; <c>null</c> while it is open.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary><see cref="PostLink.Key"/> of the link; <c>null</c> when it names no single post.</summary>
    public string? LinkKey { get; set; }

    /// <summary><see cref="CaseJson"/>.</summary>
    public required string Document { get; set; }

    /// <summary>How many events the chain has; with <see cref="LastHash"/> it shows when the end was cut off.</summary>
    public required int LastSequence { get; set; }

    public required string LastHash { get; set; }

    public static CaseRow From(Case @case) => new()
    {
        Id = @case.Id,
        Practice = @case.Practice,
        Year = @case.Reference.Year,
        Number = @case.Reference.Number,
        Reporter = @case.Reporter.Id,
        Urgency = @case.Urgency,
        Platform = @case.Facts.Platform,
        ReportedAt = @case.ReportedAt,
        DueAt = @case.DueAt,
        Status = @case.Status,
        Version = @case.Version,
        DecidedAt = @case.Decision?.At,
        SettledAt = @case.Decision?.At ?? @case.WithdrawnAt ?? @case.DuplicateOf?.At,
        LinkKey = PostLink.Key(@case.Facts.Link),
        Document = CaseJson.Write(@case),
        LastSequence = 0,
        LastHash = CaseChain.Start,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<CaseRow>
    {
        public void Configure(EntityTypeBuilder<CaseRow> builder)
        {
            builder.ToTable("Cases");
            builder.HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.LinkKey).HasMaxLength(64);
            builder.Property(row => row.LastHash).HasMaxLength(64);
            builder.HasIndex(row => new { row.Practice, row.Year, row.Number }).IsUnique();
            builder.HasIndex(row => new { row.Practice, row.Status, row.DueAt });
            builder.HasIndex(row => new { row.Practice, row.Reporter });
            builder.HasIndex(row => new { row.Practice, row.ReportedAt });
            builder.HasIndex(row => new { row.Practice, row.LinkKey });
        }
    }
}
