using AdaptiveCards;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>Gathers what a case card shows and draws it. The card itself reads nothing.</summary>
internal sealed class CaseDrawing(CaseCard card, CaseLinks links, CaseReading reading, TwinFinder twins, TimeProvider time)
{
    public async Task<AdaptiveCard> DrawAsync(OpenedCase opened, Func<CaseView, CaseView> with, CancellationToken cancellationToken)
    {
        var (@case, approvers) = (opened.Case, opened.Approvers);
        var known = await reading.ReadAsync(@case, cancellationToken);
        var view = new CaseView(@case, time.GetUtcNow(), [.. approvers.For(@case).Select(person => person.ChannelUserId)])
        {
            EvidencePage = links.Evidence(@case),
            ReporterChat = await links.ReporterChatAsync(@case, opened.Viewer, cancellationToken),
            Viewer = opened.Viewer,
            Away = [.. approvers.For(@case).Where(person => approvers.Away.ContainsKey(person.Id)).Select(person => new AwayApprover(person.Named, approvers.Away[person.Id].Until))],
            Here = [.. approvers.HereFor(@case).Select(person => person.Named)],
            Unshown = known.Unshown,
            Main = opened.Main,
            Evidence = known.AtHand,
            Twins = await twins.FindAsync(opened, known.Alike, cancellationToken),
            Told = known.Told.GetValueOrDefault(@case.Id, new ReporterTold.NotYet()),
            OthersTold = [.. @case.StandingReports.Select(report => (report.Reference, known.Told.GetValueOrDefault(report.Id, new ReporterTold.NotYet())))],
        };
        return card.Draw(with(view));
    }
}
