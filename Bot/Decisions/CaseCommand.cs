using Microsoft.Bot.Builder;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary><c>case RMC-2026-0001</c>: the case's card, for those who may decide it.</summary>
internal sealed class CaseCommand(CaseDesk desk, CaseDrawing drawing, CardCopies copies)
{
    public const string Word = "case";

    /// <param name="reference">What was typed after the word.</param>
    public async Task HandleAsync(Caller caller, string reference, ITurnContext turn, CancellationToken cancellationToken)
    {
        var parsed = CaseReference.Parse(reference);
        if (parsed is not { } known || await desk.OpenAsync(caller, known, Word, cancellationToken) is not { } opened)
        {
            var why = await desk.WhyNoCaseAsync(caller, parsed, cancellationToken);
            await turn.SendActivityAsync(CardMessage.ForText(why, "A short answer from the practice's bot"), cancellationToken);
            return;
        }

        var card = await drawing.DrawAsync(opened, view => view, cancellationToken);
        var sent = await turn.SendActivityAsync(CardMessage.For(card, CaseAnnouncer.CaseSummary), cancellationToken);
        if (sent is { Id.Length: > 0 })
        {
            await copies.RecordAsync(caller.Practice, CaseAnnouncer.Case, opened.Case.Id, caller.Id, turn.Activity, sent.Id, cancellationToken);
        }
    }
}
