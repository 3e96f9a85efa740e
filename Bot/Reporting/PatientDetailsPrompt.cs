using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>
/// What looks like a patient's details is pointed out before anything is sent: stars in one press, a change by hand, or kept with a
/// reason. Ends with <see cref="ReviewAnswer.Change"/> when the reporter wants the form back.
/// </summary>
internal sealed class PatientDetailsPrompt(EvidenceRecords records) : CardPrompt(ReportStep.PatientDetails)
{
    // Why the answer of this turn was not taken; the dialog is made anew for each.
    private string? _problem;

    protected override async Task<(AdaptiveCard Card, string Summary)> AskAsync(DraftTurn turn, CancellationToken cancellationToken)
    {
        var found = PointedOut.Open(turn.Draft, await records.ListForDraftAsync(turn.Id, cancellationToken));
        return (PatientDetailsCard.Ask(turn.Draft, found, _problem), "One more thing before your report is sent");
    }

    protected override AdaptiveCard Moved(DraftTurn turn) => PatientDetailsCard.Moved();

    protected override async Task<Taken> TakeAsync(DraftTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Says(ReportVerbs.ChangeDetails, "change", "edit"))
        {
            return new Taken.Answer(PatientDetailsCard.Changing(), ReviewAnswer.Change);
        }

        if (turn.Says(ReportVerbs.HideDetails, "stars", "hide", "yes"))
        {
            return await HideAsync(turn, cancellationToken)
                ? new Taken.Answer(PatientDetailsCard.Hidden())
                : Again("There is still something like that in a name. Please look again.");
        }

        if (turn.Says(ReportVerbs.KeepDetails, "keep"))
        {
            return await KeepAsync(turn, cancellationToken)
                ? new Taken.Answer(PatientDetailsCard.Kept())
                : Again("To keep it, press \"Keep what I wrote\" and say in a few words why it is needed.");
        }

        return NotForThisStep(turn);
    }

    private Taken.AskAgain Again(string problem)
    {
        _problem = problem;
        return new Taken.AskAgain();
    }

    /// <returns><c>false</c> when the reporter gave a screenshot a name that still holds such details.</returns>
    private async Task<bool> HideAsync(DraftTurn turn, CancellationToken cancellationToken)
    {
        var answers = turn.Draft.Answers;
        answers.WhatHappened = PatientDetails.Mask(answers.WhatHappened);
        answers.Poster = PatientDetails.Mask(answers.Poster);
        answers.Link = PatientDetails.Mask(answers.Link);
        turn.Draft.KeptDetails = null;
        var kept = await records.ListForDraftAsync(turn.Id, cancellationToken);
        foreach (var (file, number) in kept.Select((file, index) => (file, index + 1)))
        {
            var typed = turn.Submission?.Filled(PatientDetailsCard.NameInput(file.Id)) is { Length: > 0 } name ? name : null;
            if (typed is not null || PatientDetails.In(file.Name).Count > 0)
            {
                await records.RenameAsync(file.Id, ShownName.Clean(typed ?? PatientDetails.Mask(file.Name), number, Path.GetExtension(file.Name)), cancellationToken);
            }
        }

        return PointedOut.Open(turn.Draft, await records.ListForDraftAsync(turn.Id, cancellationToken)).Count == 0;
    }

    /// <returns><c>false</c> without a reason.</returns>
    private async Task<bool> KeepAsync(DraftTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Submission?.Filled(PatientDetailsCard.Reason).Trim() is not { Length: > 0 } reason)
        {
            return false;
        }

        var found = PointedOut.In(turn.Draft, await records.ListForDraftAsync(turn.Id, cancellationToken));
        turn.Draft.KeptDetails = new KeptPatientDetails(
            [.. found.Select(one => one.Said)], PatientDetails.Mask(CardParts.Beginning(reason, ReportedFacts.MaxShortTextLength)));
        return true;
    }
}
