using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>Says what becomes of a practice's cases when the bot is taken out of its team.</summary>
internal sealed class TakenOutAnnouncer(Practices practices, Installations installations, IOptions<RetentionOptions> retention) : IAnnouncer
{
    public const string Summary = "The practice's bot was taken out of its team";

    public IReadOnlyCollection<string> Kinds => [LastWords.Kind];

    public IEnumerable<Announcement> Announce(Case @case, CaseEvent @event) => [];

    /// <returns><c>null</c> when it has been added again meanwhile.</returns>
    public async Task<OutgoingMessage?> RenderAsync(DueMessage message, CancellationToken cancellationToken)
    {
        if (await installations.GetAsync(message.Practice, cancellationToken) is not null)
        {
            return null;
        }

        var name = (await practices.GetAsync(message.Practice, cancellationToken)).Name;
        return new OutgoingMessage(CardMessage.ForText(Sentence(name, retention.Value), Summary), Notify: true);
    }

    public static string Sentence(string practice, RetentionOptions kept) =>
        $"I was taken out of the team of {(practice.Length > 0 ? practice : "your practice")}. From now on nobody can report to me there, I send nothing there, and "
        + "the evidence page is closed.\n\n"
        + "What was reported is kept, sealed as it was, and deleted when its time is over: an incident that was not serious after "
        + $"{Years(kept.NotSeriousYears)}, a serious one after {Years(kept.SeriousYears)}, a complaint or a legal referral {Years(kept.ComplaintYears)} or "
        + $"{Years(kept.LegalYears)} after its end, a report that was taken back after {kept.WithdrawnMonths} months. A case on hold is kept until it is released.\n\n"
        + "Add me to the same team again, and I carry on where I stopped.";

    private static string Years(int years) => years == 1 ? "1 year" : $"{years} years";
}
