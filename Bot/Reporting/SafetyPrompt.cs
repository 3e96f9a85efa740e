using AdaptiveCards;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Is someone in danger now? Ends with <c>true</c> when someone is.</summary>
internal sealed class SafetyPrompt() : CardPrompt(ReportStep.Safety)
{
    protected override Task<(AdaptiveCard Card, string Summary)> AskAsync(DraftTurn turn, CancellationToken cancellationToken) =>
        Task.FromResult((SafetyCard.Ask(turn.Draft), "A question about safety"));

    protected override AdaptiveCard Moved(DraftTurn turn) => SafetyCard.Moved();

    protected override Task<Taken> TakeAsync(DraftTurn turn, CancellationToken cancellationToken) => Task.FromResult(
        turn.Says(ReportVerbs.Danger, "yes", "y", "danger", "someone is in danger", "in danger") ? Answered(true)
        : turn.Says(ReportVerbs.Safe, "no", "n", "safe", "nobody", "no one", "nobody is in danger") ? Answered(false)
        : NotForThisStep(turn));

    private static Taken.Answer Answered(bool danger) => new(SafetyCard.Answered(danger), danger);
}
