using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>
/// Everything the bot keeps, except the bytes of screenshots. One model for both databases; each has its own set of migrations.
/// </summary>
internal abstract class BotDbContext(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<CaseEventRow> CaseEvents => Set<CaseEventRow>();

    public DbSet<CaseNumberRow> CaseNumbers => Set<CaseNumberRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<EvidenceRow> Evidence => Set<EvidenceRow>();

    public DbSet<ExportRow> Exports => Set<ExportRow>();

    public DbSet<CardCopyRow> CardCopies => Set<CardCopyRow>();

    public DbSet<ContactRow> Contacts => Set<ContactRow>();

    public DbSet<InstallationRow> Installations => Set<InstallationRow>();

    public DbSet<PracticeRow> Practices => Set<PracticeRow>();

    public DbSet<PracticeChangeRow> PracticeChanges => Set<PracticeChangeRow>();

    public DbSet<BotStateRow> BotStates => Set<BotStateRow>();

    public DbSet<SummaryRow> Summaries => Set<SummaryRow>();

    /// <summary>The key ring. Nothing ever deletes from it: the keys to the evidence are wrapped with it.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<CustodyRunRow> CustodyRuns => Set<CustodyRunRow>();

    public DbSet<CustodyFindingRow> CustodyFindings => Set<CustodyFindingRow>();

    public DbSet<CertificateRow> Certificates => Set<CertificateRow>();

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">
    /// Something tried to change or delete an event: the log is append-only. Only <see cref="CasePurge"/> deletes events, past this guard.
    /// The same goes for what was changed on the set-up card.
    /// </exception>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (ChangeTracker.Entries<CaseEventRow>().Any(entry => entry.State is EntityState.Modified or EntityState.Deleted))
        {
            throw new InvalidOperationException("The events of a case are append-only.");
        }

        if (ChangeTracker.Entries<PracticeChangeRow>().Any(entry => entry.State is EntityState.Modified or EntityState.Deleted))
        {
            throw new InvalidOperationException("The changes of a practice's settings are append-only.");
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Conversions.UtcTicks>();
        configurationBuilder.Properties<CaseId>().HaveConversion<Conversions.CaseIdGuid>();
        configurationBuilder.Properties<EvidenceId>().HaveConversion<Conversions.EvidenceIdGuid>();
        configurationBuilder.Properties<ExportId>().HaveConversion<Conversions.ExportIdGuid>();
        configurationBuilder.Properties<PersonId>().HaveConversion<Conversions.PersonIdText>().HaveMaxLength(100);
        configurationBuilder.Properties<PracticeId>().HaveConversion<Conversions.PracticeIdText>().HaveMaxLength(40);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    // One by one: to look through the assembly would load every library that has a base class of ours, telemetry that is off included.
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder
        .ApplyConfiguration(new BotStateRow.Mapping())
        .ApplyConfiguration(new CardCopyRow.Mapping())
        .ApplyConfiguration(new CaseEventRow.Mapping())
        .ApplyConfiguration(new CaseNumberRow.Mapping())
        .ApplyConfiguration(new CaseRow.Mapping())
        .ApplyConfiguration(new CertificateRow.Mapping())
        .ApplyConfiguration(new ContactRow.Mapping())
        .ApplyConfiguration(new CustodyFindingRow.Mapping())
        .ApplyConfiguration(new CustodyRunRow.Mapping())
        .ApplyConfiguration(new EvidenceRow.Mapping())
        .ApplyConfiguration(new ExportRow.Mapping())
        .ApplyConfiguration(new InstallationRow.Mapping())
        .ApplyConfiguration(new OutboxRow.Mapping())
        .ApplyConfiguration(new PracticeChangeRow.Mapping())
        .ApplyConfiguration(new PracticeRow.Mapping())
        .ApplyConfiguration(new SummaryRow.Mapping());
}
