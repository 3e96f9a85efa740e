using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>One link of a case's hash chain. Written once, never changed.</summary>
internal sealed class CaseEventRow
{
    public required CaseId CaseId { get; init; }

    /// <summary>1, 2, 3 … without gaps.</summary>
    public required int Sequence { get; init; }

    /// <summary><see cref="CaseJson"/>: exactly the text that was hashed.</summary>
    public required string Json { get; init; }

    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }

    public required PersonId Actor { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CaseEventRow>
    {
        public void Configure(EntityTypeBuilder<CaseEventRow> builder)
        {
            builder.ToTable("CaseEvents");
            builder.HasKey(row => new { row.CaseId, row.Sequence });
            builder.HasOne<CaseRow>().WithMany().HasForeignKey(row => row.CaseId).OnDelete(DeleteBehavior.Restrict);
            builder.Property(row => row.PreviousHash).HasMaxLength(64);
            builder.Property(row => row.Hash).HasMaxLength(64);
        }
    }
}
