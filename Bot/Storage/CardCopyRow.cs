using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>A card about a case as it stands in somebody's chat, so that it can be redrawn there.</summary>
internal sealed class CardCopyRow
{
    public long Id { get; init; }

    public required PracticeId Practice { get; init; }

    public required string Kind { get; init; }

    public required CaseId CaseId { get; init; }

    /// <summary>The id that rendering it needs beside the case; <c>null</c> when it needs none.</summary>
    public string? Detail { get; init; }

    /// <summary><c>null</c> in the channel.</summary>
    public PersonId? Person { get; init; }

    public required string ConversationId { get; init; }

    public required string ServiceUrl { get; init; }

    public required string ActivityId { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CardCopyRow>
    {
        public void Configure(EntityTypeBuilder<CardCopyRow> builder)
        {
            builder.ToTable("CardCopies");
            builder.HasKey(row => row.Id);
            builder.Property(row => row.Kind).HasMaxLength(80);
            builder.Property(row => row.Detail).HasMaxLength(80);
            builder.Property(row => row.ConversationId).HasMaxLength(400);
            builder.Property(row => row.ServiceUrl).HasMaxLength(400);
            builder.Property(row => row.ActivityId).HasMaxLength(200);
            builder.HasIndex(row => new { row.CaseId, row.Kind });
            builder.HasIndex(row => new { row.ConversationId, row.ActivityId }).IsUnique();
        }
    }
}
