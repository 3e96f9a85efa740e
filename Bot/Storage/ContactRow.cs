using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>Where a person's private chat with the bot is, and whether the bot can still write there.</summary>
internal sealed class ContactRow
{
    public required PracticeId Practice { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>Empty for a person who could not be reached the first time: there never was a chat.</summary>
    public required string ConversationId { get; set; }

    public required string ServiceUrl { get; set; }

    public required string TenantId { get; set; }

    /// <summary>Teams' id for this person and this bot (<c>29:…</c>).</summary>
    public required string ChannelUserId { get; set; }

    /// <summary>The name they sign in with, by which settings may name who decides; <c>null</c> when Teams did not say.</summary>
    public string? Upn { get; set; }

    public bool Reachable { get; set; }

    /// <summary>Set exactly when not <see cref="Reachable"/>.</summary>
    public DateTimeOffset? UnreachableSince { get; set; }

    /// <summary>
    /// For somebody on several rosters: when they last said that they mean this practice; <c>null</c> when they never did. The latest counts.
    /// </summary>
    public DateTimeOffset? ChosenAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ContactRow>
    {
        public void Configure(EntityTypeBuilder<ContactRow> builder)
        {
            builder.ToTable("Contacts");
            builder.HasKey(row => new { row.Practice, row.Person });
            builder.Property(row => row.ConversationId).HasMaxLength(400);
            builder.Property(row => row.ServiceUrl).HasMaxLength(400);
            builder.Property(row => row.TenantId).HasMaxLength(100);
            builder.Property(row => row.ChannelUserId).HasMaxLength(200);
            builder.Property(row => row.Upn).HasMaxLength(320);
        }
    }
}
