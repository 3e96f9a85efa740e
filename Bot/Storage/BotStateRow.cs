using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>The state of one conversation or person, as <see cref="DialogStorage"/> keeps it.</summary>
internal sealed class BotStateRow
{
    public required string Key { get; init; }

    public required string Json { get; set; }

    public required string ETag { get; set; }

    /// <summary>The version that <see cref="QuietStates"/> met last; <c>null</c> when it met none yet.</summary>
    public string? QuietETag { get; set; }

    /// <summary>When it met that version for the first time.</summary>
    public DateTimeOffset? QuietSince { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<BotStateRow>
    {
        public void Configure(EntityTypeBuilder<BotStateRow> builder)
        {
            builder.ToTable("BotStates");
            builder.HasKey(row => row.Key);
            builder.Property(row => row.Key).HasMaxLength(800);
            builder.Property(row => row.ETag).HasMaxLength(32);
            builder.Property(row => row.QuietETag).HasMaxLength(32);
        }
    }
}
