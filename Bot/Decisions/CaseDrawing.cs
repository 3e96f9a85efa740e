using AdaptiveCards;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>Gathers what a case card shows and draws it. The card itself reads nothing.</summary>
internal sealed class CaseDrawing(CaseCard card, EvidenceLink link, IDbContextFactory<BotDbContext> contexts, TimeProvider time)
{
    public async Task<AdaptiveCard> DrawAsync(OpenedCase opened, Func<CaseView, CaseView> with, CancellationToken cancellationToken)
    {
        var (@case, approvers) = (opened.Case, opened.Approvers);
        var view = new CaseView(@case, time.GetUtcNow(), [.. approvers.For(@case).Select(person => person.ChannelUserId)])
        {
            EvidencePage = link.To(@case.Reference),
            Told = @case.Decision is null ? new ReporterTold.NotYet() : await ToldAsync(@case, cancellationToken),
            Unshown = await UnshownAsync(@case, cancellationToken),
        };
        return card.Draw(with(view));
    }

    private async Task<Dictionary<EvidenceId, EvidenceState>> UnshownAsync(Case @case, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Evidence.AsNoTracking()
            .Where(row => row.Draft == @case.Id && row.Practice == @case.Practice && row.State != EvidenceState.Kept)
            .Select(row => new { row.Id, row.State })
            .ToDictionaryAsync(row => row.Id, row => row.State, cancellationToken);
    }

    private async Task<ReporterTold> ToldAsync(Case @case, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.Outbox.AsNoTracking()
            .Where(row => row.Practice == @case.Practice && row.CaseId == @case.Id && row.Kind == CaseAnnouncer.Outcome)
            .OrderByDescending(row => row.Id)
            .Select(row => new { row.State, row.SettledAt })
            .FirstOrDefaultAsync(cancellationToken);
        return row switch
        {
            { State: OutboxState.Sent, SettledAt: { } at } => new ReporterTold.Sent(at),
            { State: OutboxState.Waiting or OutboxState.Dead } => new ReporterTold.CouldNotReach(),
            _ => new ReporterTold.NotYet(),
        };
    }
}
