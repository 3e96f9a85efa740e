using AdaptiveCards;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>The form. What was typed is kept before it is checked, so that nothing is lost when something is wrong.</summary>
internal sealed class FormPrompt(FormReader reader, GuidanceLibrary guidance, PracticeClock clock) : CardPrompt(ReportStep.Form)
{
    protected override async Task<(AdaptiveCard Card, string Summary)> AskAsync(DraftTurn turn, CancellationToken cancellationToken)
    {
        var colleagues = await reader.ColleaguesAsync(turn.Caller, cancellationToken);
        var problems = turn.Draft.Answers.Submitted
            ? new FormCheck(colleagues, clock.Today).Run(turn.Draft.Answers).Problems
            : [];
        var card = new FormCard(guidance, colleagues, clock.Today).Ask(turn.Draft, problems);
        return (card, problems.Count == 0 ? "A short form to fill in" : "The form needs another look");
    }

    protected override AdaptiveCard Moved(DraftTurn turn) => FormCard.Moved();

    protected override async Task<Taken> TakeAsync(DraftTurn turn, CancellationToken cancellationToken)
    {
        if (!turn.IsPressOf(ReportVerbs.Form))
        {
            return NotForThisStep(turn);
        }

        turn.Draft.Answers = FormAnswers.From(turn.Submission!.Data);
        return await reader.ReadAsync(turn, cancellationToken) is { Facts: { } facts }
            ? new Taken.Answer(FilledFormCard.Show(facts, guidance))
            : new Taken.AskAgain();
    }
}
