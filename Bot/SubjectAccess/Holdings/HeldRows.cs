using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.SubjectAccess.Holdings;

/// <summary>Tables whose rows are told one by one.</summary>
internal abstract class HeldRows<TRow> : IHolding
    where TRow : class
{
    public abstract string Title { get; }

    public abstract string Purpose { get; }

    public IReadOnlyCollection<Type> Tables => [typeof(TRow)];

    public async Task<IReadOnlyList<JsonObject>> FindAsync(BotDbContext db, Asked asked, CancellationToken cancellationToken)
    {
        var rows = await Theirs(db, asked.Subject).AsNoTracking().ToListAsync(cancellationToken);
        var place = char.ToLowerInvariant(Title[0]) + Title[1..];
        return
        [
            .. rows.Index().Select(row => asked.Discretion.Tell(
                row.Item, string.Create(CultureInfo.InvariantCulture, $"{place}/{row.Index + 1}"), AuthorOf(row.Item), asked.Subject.Id)),
        ];
    }

    /// <summary>The rows that name the person, in an order that stays.</summary>
    protected abstract IQueryable<TRow> Theirs(BotDbContext db, DataSubject subject);

    /// <summary>Who wrote what is written in a row. Most hold nothing that anybody wrote.</summary>
    protected virtual PersonId AuthorOf(TRow row) => PersonId.Bot;
}

internal sealed class HeldContact : HeldRows<ContactRow>
{
    public override string Title => "Your chat with the bot";

    public override string Purpose => "Where the bot can write to you, and whether it can.";

    protected override IQueryable<ContactRow> Theirs(BotDbContext db, DataSubject subject) =>
        db.Contacts.Where(row => row.Practice == subject.Practice && row.Person == subject.Id);
}

internal sealed class HeldCards : HeldRows<CardCopyRow>
{
    public override string Title => "Cards in your chat";

    public override string Purpose => "Which cards about cases stand in your chat, so that they can be brought up to date there.";

    protected override IQueryable<CardCopyRow> Theirs(BotDbContext db, DataSubject subject) => db.CardCopies
        .Where(row => row.Practice == subject.Practice && (row.Person == subject.Id || (row.Detail != null && row.Detail.Contains(subject.Id.Value))))
        .OrderBy(row => row.Id);
}

internal sealed class HeldMessages : HeldRows<OutboxRow>
{
    public override string Title => "Messages to you";

    public override string Purpose => "Which messages the bot owed you or sent you, when, and what became of each. Their words are not kept.";

    protected override IQueryable<OutboxRow> Theirs(BotDbContext db, DataSubject subject) => db.Outbox
        .Where(row => row.Practice == subject.Practice
            && (row.Person == subject.Id || row.DedupeKey.Contains(subject.Id.Value) || (row.Detail != null && row.Detail.Contains(subject.Id.Value))))
        .OrderBy(row => row.Id);
}

internal sealed class HeldExports : HeldRows<ExportRow>
{
    public override string Title => "Handing evidence over";

    public override string Purpose => "Where you asked that the evidence of a case is handed over, or agreed that it is, and where that was done with a case of yours.";

    protected override IQueryable<ExportRow> Theirs(BotDbContext db, DataSubject subject)
    {
        List<CaseId> own = [.. subject.OwnCases.Select(@case => @case.Id)];
        return db.Exports
            .Where(row => row.Practice == subject.Practice && (row.RequestedBy == subject.Id || row.AnsweredBy == subject.Id || own.Contains(row.CaseId)))
            .OrderBy(row => row.RequestedAt).ThenBy(row => row.Id);
    }

    protected override PersonId AuthorOf(ExportRow row) => row.RequestedBy;
}

internal sealed class HeldFindings : HeldRows<CustodyFindingRow>
{
    public override string Title => "What the nightly check found";

    public override string Purpose => "Where something that is kept of your cases or your screenshots was not as it should be.";

    protected override IQueryable<CustodyFindingRow> Theirs(BotDbContext db, DataSubject subject)
    {
        List<CaseId?> own = [.. subject.OwnCases.Select(@case => (CaseId?)@case.Id)];
        return db.CustodyFindings
            .Where(row => row.Practice == subject.Practice
                && (own.Contains(row.CaseId) || db.Evidence.Any(file => file.Id == row.Evidence && file.Reporter == subject.Id)))
            .OrderBy(row => row.Subject);
    }
}

internal sealed class HeldSettings : HeldRows<PracticeRow>
{
    public override string Title => "Settings of the practice";

    public override string Purpose => "That you added the bot to the practice's team, or that the settings name you as one who decides.";

    protected override IQueryable<PracticeRow> Theirs(BotDbContext db, DataSubject subject) =>
        db.Practices.Where(row => row.Practice == subject.Practice && (row.InstalledBy == subject.Id || row.Choices.Contains(subject.Id.Value)));
}

internal sealed class HeldSettingChanges : HeldRows<PracticeChangeRow>
{
    public override string Title => "Changes of the practice's settings";

    public override string Purpose => "Where you changed the settings, or a change named you as one who decides.";

    protected override IQueryable<PracticeChangeRow> Theirs(BotDbContext db, DataSubject subject) => db.PracticeChanges
        .Where(row => row.Practice == subject.Practice && (row.By == subject.Id || row.Choices.Contains(subject.Id.Value)))
        .OrderBy(row => row.Version);
}
