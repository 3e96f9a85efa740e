using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>The report that is being made in a conversation, if there is one. It is kept with the conversation's state.</summary>
internal sealed class ReportDrafts(ConversationState state, EvidenceIntake evidence, PracticeClock clock)
{
    /// <summary>Pictures that are sent one after the other wait for each other, and then all come a second time.</summary>
    private const int Remembered = 20;

    private readonly IStatePropertyAccessor<ReportDraft?> _drafts = state.CreateProperty<ReportDraft?>("report");

    /// <summary>The activity with which the last report here was sent or thrown away.</summary>
    private readonly IStatePropertyAccessor<string?> _endedBy = state.CreateProperty<string?>("report-ended-by");

    /// <summary>The last activities whose pictures were taken while no report was being made, oldest first.</summary>
    private readonly IStatePropertyAccessor<List<string>> _tookPicturesOf = state.CreateProperty<List<string>>("took-pictures-of");

    /// <summary>Where the dialog of the report stands.</summary>
    public IStatePropertyAccessor<DialogState> Dialog { get; } = state.CreateProperty<DialogState>("report-dialog");

    /// <returns><c>null</c> when this person makes no report here.</returns>
    public async Task<ReportDraft?> FindAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken) =>
        await _drafts.GetAsync(turn, null, cancellationToken) is { } draft && draft.Reporter == caller.Id.Value && draft.Practice == caller.Practice.Value ? draft : null;

    /// <returns>To which practice this person is making a report here; <c>null</c> when they make none.</returns>
    public async Task<PracticeId?> PracticeAsync(PersonId person, ITurnContext turn, CancellationToken cancellationToken) =>
        await _drafts.GetAsync(turn, null, cancellationToken) is { } draft && draft.Reporter == person.Value ? new PracticeId(draft.Practice) : null;

    public async Task<ReportDraft> StartAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken)
    {
        var draft = new ReportDraft
        {
            Id = Guid.NewGuid(),
            Reporter = caller.Id.Value,
            Practice = caller.Practice.Value,
            StartedAt = clock.Now,
            TouchedAt = clock.Now,
            LastActivityId = turn.Activity.Id,
        };
        await Dialog.DeleteAsync(turn, cancellationToken);
        await _drafts.SetAsync(turn, draft, cancellationToken);
        return draft;
    }

    /// <summary>The report was sent: nothing of it is kept here any more.</summary>
    public async Task FinishAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        await Dialog.DeleteAsync(turn, cancellationToken);
        await _drafts.DeleteAsync(turn, cancellationToken);
        await _endedBy.SetAsync(turn, turn.Activity.Id, cancellationToken);
    }

    /// <summary>The pictures of this activity were taken, though no report is being made.</summary>
    public async Task TookPicturesAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Activity.Id is { } id)
        {
            var earlier = await _tookPicturesOf.GetAsync(turn, () => [], cancellationToken);
            await _tookPicturesOf.SetAsync(turn, [.. earlier.TakeLast(Remembered - 1), id], cancellationToken);
        }
    }

    /// <returns>
    /// Whether this very activity ended a report, or brought pictures for one that was sent, when it was delivered before: then it is
    /// answered already.
    /// </returns>
    public async Task<bool> WasAnsweredAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        turn.Activity.Id is { } id
        && (await _endedBy.GetAsync(turn, null, cancellationToken) == id
            || (await _tookPicturesOf.GetAsync(turn, () => [], cancellationToken)).Contains(id));

    /// <summary>The report will not be sent: its screenshots go too.</summary>
    public async Task ThrowAwayAsync(DraftTurn turn, CancellationToken cancellationToken)
    {
        await evidence.DiscardAsync(turn.Id, cancellationToken);
        await FinishAsync(turn.Context, cancellationToken);
    }

    /// <summary>Notes that the reporter did something.</summary>
    /// <returns><c>false</c> when it is a message that was taken before.</returns>
    public bool Touch(ReportDraft draft, string? activityId)
    {
        if (activityId is not null && activityId == draft.LastActivityId)
        {
            return false;
        }

        draft.LastActivityId = activityId;
        draft.TouchedAt = clock.Now;
        return true;
    }
}
