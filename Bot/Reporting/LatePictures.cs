using Microsoft.Bot.Builder;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>
/// A picture that comes while no report is being made goes to the sender's open report that misses one; when several do, they are asked.
/// </summary>
internal sealed class LatePictures(
    CaseStore cases,
    EvidenceIntake intake,
    LateEvidence late,
    WaitingPictures waiting,
    LatePictureCard cards,
    LateNames names)
{
    /// <returns><c>false</c> when none of their reports misses anything: nothing was fetched.</returns>
    public async Task<bool> TakeAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken)
    {
        var missing = await MissingAsync(caller, cancellationToken);
        if (missing.Count == 0)
        {
            return false;
        }

        var id = await waiting.FindAsync(caller, turn, cancellationToken) ?? new CaseId(Guid.NewGuid());
        var received = await intake.ReceiveAsync(caller.Practice, id, caller.Id, turn.Activity, cancellationToken);
        if (received.Any(one => one is not EvidenceOutcome.Sealed))
        {
            var card = ScreenshotsCard.Came([.. received.Where(one => one is not EvidenceOutcome.Sealed)], 0);
            await CardReplies.ShowAsync(turn, card, "Your screenshots were looked at", cancellationToken);
        }

        if (!received.OfType<EvidenceOutcome.Sealed>().Any())
        {
            return true;
        }

        if (missing is [var only])
        {
            await AddAsync(caller, turn, only.Id, id, cancellationToken);
            return true;
        }

        await waiting.RememberAsync(caller, turn, id, cancellationToken);
        var ask = cards.Ask(missing, await late.ListAsync(id, cancellationToken), id);
        await CardReplies.ShowAsync(turn, ask, "A question about your picture", cancellationToken);
        return true;
    }

    /// <summary>The sender has answered something about a picture that came after its report.</summary>
    public Task AnswerAsync(Caller caller, ITurnContext turn, Submission submission, CancellationToken cancellationToken) =>
        submission.Verb is ReportVerbs.LateNameKept or ReportVerbs.LateNameStarred
            ? names.AnswerAsync(caller, turn, submission, cancellationToken)
            : ChooseAsync(caller, turn, submission, cancellationToken);

    /// <summary>The sender has said which report it is for, or that it is for none.</summary>
    private async Task ChooseAsync(Caller caller, ITurnContext turn, Submission submission, CancellationToken cancellationToken)
    {
        if (submission.Draft is not { } id || await waiting.FindAsync(caller, turn, cancellationToken) != id)
        {
            await CardReplies.SayAsync(turn, ReportSentences.AlreadyAnswered, cancellationToken);
        }
        else if (submission.Verb == ReportVerbs.LateForNone)
        {
            await waiting.ForgetAsync(turn, cancellationToken);
            await intake.DiscardAsync(id, cancellationToken);
            await ReplaceAsync(turn, "For none of them. I have deleted it.", cancellationToken);
        }
        else if (submission.Case is { } chosen && (await MissingAsync(caller, cancellationToken)).FirstOrDefault(one => one.Id == chosen) is { } @case)
        {
            await waiting.ForgetAsync(turn, cancellationToken);
            await ReplaceAsync(turn, $"For {@case.Reference}.", cancellationToken);
            await AddAsync(caller, turn, chosen, id, cancellationToken);
        }
        else
        {
            await CardReplies.SayAsync(turn, ReportSentences.NoSuchReport, cancellationToken);
        }
    }

    private async Task<List<Case>> MissingAsync(Caller caller, CancellationToken cancellationToken) =>
        [.. (await cases.ListOpenByReporterAsync(caller.Practice, caller.Id, cancellationToken)).Where(@case => @case.MissingEvidence > 0)];

    private async Task AddAsync(Caller caller, ITurnContext turn, CaseId @case, CaseId from, CancellationToken cancellationToken)
    {
        var result = await late.AddAsync(caller, @case, from, cancellationToken);
        if (result.Added.Count > 0)
        {
            await CardReplies.ShowAsync(turn, cards.Added(result.Case, result.Added), "Your picture has come", cancellationToken);
        }

        if (result.Starred.Count > 0)
        {
            await names.AskAsync(caller, turn, new LateNames.Batch(from.Value, @case.Value, result.Starred), cancellationToken);
        }

        if (result.Refused is { } sentence)
        {
            await CardReplies.SayAsync(turn, sentence, cancellationToken);
        }
    }

    private static Task ReplaceAsync(ITurnContext turn, string sentence, CancellationToken cancellationToken) =>
        CardReplies.ReplaceAsync(turn, LatePictureCard.Answered(sentence), turn.Activity.ReplyToId, cancellationToken);
}
