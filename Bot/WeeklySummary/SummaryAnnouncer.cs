using System.Diagnostics.Metrics;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.WeeklySummary;

/// <summary>Renders the summary that <see cref="SummarySchedule"/> owes. No case event asks for one.</summary>
internal sealed class SummaryAnnouncer(SummaryReader reader, SummaryCard card) : IAnnouncer
{
    public const string Kind = "weekly-summary";
    public const string LateKind = "weekly-summary-late";

    public static readonly string[] Both = [Kind, LateKind];

    private static readonly Counter<long> Posted =
        Instruments.Meter.CreateCounter<long>("rowcroft.summary.posted", "{summary}", "Weekly summaries that the channel has");

    public IReadOnlyCollection<string> Kinds => Both;

    public IEnumerable<Announcement> Announce(Case @case, CaseEvent @event) => [];

    public async Task<OutgoingMessage?> RenderAsync(DueMessage message, CancellationToken cancellationToken)
    {
        if (SummaryWeek.Parse(message.Detail) is not { } week)
        {
            return null;
        }

        var figures = await reader.ReadAsync(message.Practice, week, cancellationToken);
        var timing = message.Kind == LateKind ? SummaryTiming.Late : SummaryTiming.OnTime;
        return new OutgoingMessage(CardMessage.For(card.Draw(new SummaryView(week, figures, timing)), SummaryWords.Notification)) { Counts = Posted };
    }

    public static Announcement Owe(PracticeId practice, SummaryWeek week, bool late) => new(
        late ? LateKind : Kind, new Recipient.ToChannel(), practice, $"weekly-summary:{week}", Detail: week.ToString());
}
