using Microsoft.Bot.Builder;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>
/// Pictures that came after a report and wait for a word on which report they belong to. They are kept at once, because links expire,
/// under an id of their own; this remembers which.
/// </summary>
internal sealed class WaitingPictures(ConversationState state)
{
    private readonly IStatePropertyAccessor<Waiting?> _waiting = state.CreateProperty<Waiting?>("late-pictures");

    /// <returns><c>null</c> when none of this person's wait here.</returns>
    public async Task<CaseId?> FindAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken) =>
        await _waiting.GetAsync(turn, null, cancellationToken) is { } waiting && waiting.Sender == caller.Id.Value ? new CaseId(waiting.Id) : null;

    public Task RememberAsync(Caller caller, ITurnContext turn, CaseId id, CancellationToken cancellationToken) =>
        _waiting.SetAsync(turn, new Waiting { Id = id.Value, Sender = caller.Id.Value }, cancellationToken);

    public Task ForgetAsync(ITurnContext turn, CancellationToken cancellationToken) => _waiting.DeleteAsync(turn, cancellationToken);

    internal sealed class Waiting
    {
        public Guid Id { get; set; }

        public string Sender { get; set; } = "";
    }
}
