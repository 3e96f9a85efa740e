using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>The bot in a team, from when it was added until it was taken out. At most one for a practice is not removed.</summary>
internal sealed class InstallationRow
{
    public long Id { get; init; }

    public required PracticeId Practice { get; init; }

    public required string TeamId { get; init; }

    public required string TeamName { get; set; }

    /// <summary>Where the weekly summary goes.</summary>
    public required string ChannelId { get; set; }

    public required string ServiceUrl { get; set; }

    public required string TenantId { get; set; }

    /// <summary>Teams' id for the bot itself (<c>28:…</c>).</summary>
    public required string BotId { get; set; }

    public required DateTimeOffset InstalledAt { get; set; }

    /// <summary><c>null</c> while it is installed.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Counts how often somebody joined or left: a list of people that was read before counts no more.</summary>
    public int RosterVersion { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<InstallationRow>
    {
        public void Configure(EntityTypeBuilder<InstallationRow> builder)
        {
            builder.ToTable("Installations");
            builder.HasKey(row => row.Id);
            builder.Property(row => row.TeamId).HasMaxLength(200);
            builder.Property(row => row.TeamName).HasMaxLength(260);
            builder.Property(row => row.ChannelId).HasMaxLength(200);
            builder.Property(row => row.ServiceUrl).HasMaxLength(400);
            builder.Property(row => row.TenantId).HasMaxLength(100);
            builder.Property(row => row.BotId).HasMaxLength(200);
            builder.HasIndex(row => row.Practice).IsUnique().HasFilter("\"RemovedAt\" IS NULL");
        }
    }
}
