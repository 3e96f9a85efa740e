using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>
/// A practice: the team that it is, and what was chosen for it on the set-up card. It stays when the bot is taken out of the team, so that
/// the same team is the same practice when it is added again.
/// </summary>
internal sealed class PracticeRow
{
    public required PracticeId Practice { get; init; }

    public required string TeamId { get; set; }

    /// <summary>Who added the bot to the team first; <c>null</c> when Teams did not say.</summary>
    public PersonId? InstalledBy { get; set; }

    /// <summary>As chosen on the card; <c>null</c> until then. No two practices have the same.</summary>
    public string? ReferencePrefix { get; set; }

    /// <summary>The rest of what was chosen, as JSON.</summary>
    public required string Choices { get; set; }

    /// <summary>Counts the changes. A change is stored only where this is still the version that it was made against.</summary>
    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<PracticeRow>
    {
        public void Configure(EntityTypeBuilder<PracticeRow> builder)
        {
            builder.ToTable("Practices");
            builder.HasKey(row => row.Practice);
            builder.Property(row => row.TeamId).HasMaxLength(200);
            builder.Property(row => row.ReferencePrefix).HasMaxLength(6);
            builder.HasIndex(row => row.TeamId).IsUnique();
            builder.HasIndex(row => row.ReferencePrefix).IsUnique();
        }
    }
}
