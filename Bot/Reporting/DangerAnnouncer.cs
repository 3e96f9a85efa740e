using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Tells managers and deputies that somebody said someone is in danger. There is no case yet.</summary>
internal sealed class DangerAnnouncer(IRoster roster, GuidanceLibrary guidance, PracticeClock clock) : IAnnouncer
{
    public const string Kind = "danger-alert";
    public const string Summary = "Urgent: please open this chat now";

    public IReadOnlyCollection<string> Kinds => [Kind];

    /// <summary>The draft and who makes it, as ids.</summary>
    public static string DetailOf(CaseId draft, PersonId reporter) => $"{draft} {reporter}";

    public IEnumerable<Announcement> Announce(Case @case, CaseEvent @event) => [];

    public async Task<OutgoingMessage?> RenderAsync(DueMessage message, CancellationToken cancellationToken)
    {
        var reporter = new PersonId(message.Detail?.Split(' ')[^1] ?? "");
        if (message.Person?.Id == reporter)
        {
            return null;
        }

        var people = await roster.GetAsync(message.Practice, cancellationToken);
        var name = people.FirstOrDefault(person => person.Id == reporter)?.Name ?? "Somebody who has since left the team";
        var card = DangerCard.ForApprover(name, clock.Say(message.OwedSince), guidance.Danger);
        return new OutgoingMessage(CardMessage.For(card, Summary), Notify: true);
    }
}
