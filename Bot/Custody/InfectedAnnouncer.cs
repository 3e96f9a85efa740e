using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>Tells the sender, and those who decide, that a screenshot was infected and is destroyed. There is no case yet while it is being reported.</summary>
internal sealed class InfectedAnnouncer(CaseStore cases) : IAnnouncer
{
    public const string Sender = "evidence-infected";
    public const string Approvers = "evidence-infected-approvers";

    /// <summary>Lock-screen-safe: no name, no quote.</summary>
    private const string Summary = "The virus check found something";

    public IReadOnlyCollection<string> Kinds => [Sender, Approvers];

    public static Announcement ToSender(EvidenceRecord infected, string signature) =>
        new(Sender, new Recipient.ToPerson(infected.By), infected.Practice, $"{Sender}:{infected.Id}", infected.Case, signature);

    public static Announcement ToApprovers(EvidenceRecord infected, string signature) =>
        new(Approvers, new Recipient.ToApprovers(), infected.Practice, $"{Approvers}:{infected.Id}", infected.Case, signature);

    public IEnumerable<Announcement> Announce(Case @case, CaseEvent @event) => [];

    public async Task<OutgoingMessage?> RenderAsync(DueMessage message, CancellationToken cancellationToken)
    {
        var @case = message.Case is { } id ? await cases.FindAsync(message.Practice, id, cancellationToken) : null;
        var which = @case is null ? "a screenshot of the report you have not sent yet" : $"a screenshot of {@case.Reference}";
        var text = message.Kind == Sender
            ? $"The virus check found {message.Detail} in {which}. Nobody was shown it, and it has been destroyed. "
                + "Please do not open the file you sent, and tell whoever looks after your computers. "
                + "If you can still see the post safely, take a new screenshot of it and send that."
            : $"The virus check found {message.Detail} in {which}. Nobody was shown it, and it has been destroyed; the history of the case says so. Its sender has been told.";
        return new OutgoingMessage(CardMessage.ForText(text, Summary), Notify: true);
    }
}
