using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>What is kept of a case that was purged.</summary>
internal sealed class CertificateRow
{
    public required CaseId CaseId { get; init; }

    public required PracticeId Practice { get; init; }

    public required int Year { get; init; }

    public required int Number { get; init; }

    public required DateTimeOffset PurgedAt { get; init; }

    /// <summary>The <see cref="PurgeCertificate"/> as <see cref="CaseJson"/>.</summary>
    public required string Document { get; init; }

    /// <summary>Over the end of the case's chain and <see cref="Document"/>, as if it were the chain's last event.</summary>
    public required string Hash { get; init; }

    public static CertificateRow From(PurgeCertificate certificate)
    {
        var document = CaseJson.Write(certificate);
        return new CertificateRow
        {
            CaseId = certificate.Case,
            Practice = certificate.Practice,
            Year = certificate.Reference.Year,
            Number = certificate.Reference.Number,
            PurgedAt = certificate.PurgedAt,
            Document = document,
            Hash = CaseChain.Hash(certificate.ChainEnd, document),
        };
    }

    internal sealed class Mapping : IEntityTypeConfiguration<CertificateRow>
    {
        public void Configure(EntityTypeBuilder<CertificateRow> builder)
        {
            builder.ToTable("Certificates");
            builder.HasKey(row => row.CaseId);
            builder.Property(row => row.CaseId).ValueGeneratedNever();
            builder.Property(row => row.Hash).HasMaxLength(64);
            builder.HasIndex(row => new { row.Practice, row.Year, row.Number }).IsUnique();
        }
    }
}
