using AdaptiveCards;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>Gathers what a case card shows and draws it. The card itself reads nothing.</summary>
internal sealed class CaseDrawing(
    CaseCard card, CaseLinks links, TwinFinder twins, EvidenceRecords evidence, IDbContextFactory<BotDbContext> contexts, TimeProvider time)
{
    public async Task<AdaptiveCard> DrawAsync(OpenedCase opened, Func<CaseView, CaseView> with, CancellationToken cancellationToken)
    {
        var (@case, approvers) = (opened.Case, opened.Approvers);
        var view = new CaseView(@case, time.GetUtcNow(), [.. approvers.For(@case).Select(person => person.ChannelUserId)])
        {
            EvidencePage = links.Evidence(@case),
            ReporterChat = await links.ReporterChatAsync(@case, opened.Viewer, cancellationToken),
            Viewer = opened.Viewer,
            Away = [.. approvers.For(@case).Where(person => approvers.Away.ContainsKey(person.Id)).Select(person => new AwayApprover(person.Named, approvers.Away[person.Id].Until))],
            Here = [.. approvers.HereFor(@case).Select(person => person.Named)],
            Unshown = await UnshownAsync(@case, cancellationToken),
            Main = opened.Main,
            Evidence = await evidence.CountAsync(@case.Practice, @case.StandingFamily, cancellationToken),
            Twins = await twins.FindAsync(opened, cancellationToken),
        };
        return card.Draw(with(@case.Decision is null ? view : await WithTellingAsync(view, cancellationToken)));
    }

    private async Task<Dictionary<EvidenceId, EvidenceState>> UnshownAsync(Case @case, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Evidence.AsNoTracking()
            .Where(row => row.Draft == @case.Id && row.Practice == @case.Practice && row.State != EvidenceState.Kept)
            .Select(row => new { row.Id, row.State })
            .ToDictionaryAsync(row => row.Id, row => row.State, cancellationToken);
    }

    private async Task<CaseView> WithTellingAsync(CaseView view, CancellationToken cancellationToken)
    {
        var @case = view.Case;
        List<CaseId> reports = [.. @case.Family];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Outbox.AsNoTracking()
            .Where(row => row.Practice == @case.Practice && row.CaseId != null && reports.Contains(row.CaseId.Value) && row.Kind == CaseAnnouncer.Outcome)
            .OrderBy(row => row.Id)
            .Select(row => new { Report = row.CaseId!.Value, row.State, row.SettledAt })
            .ToListAsync(cancellationToken);
        var told = rows.GroupBy(row => row.Report).ToDictionary(sent => sent.Key, sent => ToldBy(sent.Last().State, sent.Last().SettledAt));
        return view with
        {
            Told = told.GetValueOrDefault(@case.Id, new ReporterTold.NotYet()),
            OthersTold = [.. @case.StandingReports.Select(report => (report.Reference, told.GetValueOrDefault(report.Id, new ReporterTold.NotYet())))],
        };
    }

    private static ReporterTold ToldBy(OutboxState state, DateTimeOffset? settledAt) => (state, settledAt) switch
    {
        (OutboxState.Sent, { } at) => new ReporterTold.Sent(at),
        (OutboxState.Waiting or OutboxState.Dead, _) => new ReporterTold.CouldNotReach(),
        _ => new ReporterTold.NotYet(),
    };
}
