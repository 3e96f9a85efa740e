using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>Tells an approver that another one, who decides as well, could not be told.</summary>
internal sealed class UnreachableNotice(CaseStore cases, IRoster roster) : IAnnouncer
{
    public const string Kind = "approver-unreachable";
    public const string Summary = "A colleague could not be reached. Please open this chat.";

    public IReadOnlyCollection<string> Kinds => [Kind];

    public IEnumerable<Announcement> Announce(Case @case, CaseEvent @event) => [];

    public async Task<OutgoingMessage?> RenderAsync(DueMessage message, CancellationToken cancellationToken)
    {
        var @case = message.Case is { } id ? await cases.FindAsync(message.Practice, id, cancellationToken) : null;
        if (@case is { IsOpen: false })
        {
            return null;
        }

        var unreachable = new PersonId(message.Detail ?? "");
        var people = await roster.GetAsync(message.Practice, cancellationToken);
        var person = people.FirstOrDefault(each => each.Id == unreachable);
        var name = person?.Name ?? "Another approver";
        var text = @case is null
            ? $"{name} cannot be reached in Teams and has not seen the alert that you were sent. Please act on it."
            : $"{name} cannot be reached in Teams. Please look at case {@case.Reference}: write \"case {@case.Reference}\" to me.";
        if (person is not null && PersonLink.Chat(person) is { } chat)
        {
            text += $" A message of your own may reach them: {chat}";
        }

        return new OutgoingMessage(CardMessage.ForText(text, Summary), Notify: true);
    }
}
