using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>Draws a case as it is now: asked by Teams when the card comes into view, or by the buttons that show more. What is being typed stays.</summary>
internal sealed class RefreshCaseHandler(CaseDesk desk, CaseDrawing drawing)
{
    public async Task<AdaptiveCardInvokeResponse> HandleAsync(
        Caller caller,
        JObject data,
        ITurnContext turn,
        CancellationToken cancellationToken)
    {
        if (CaseSubmission.Read(data) is not { } submission
            || TypedText.Read(data) is not { } typed
            || !CaseSubmission.TryReadText(data, CardFields.Show, out var show))
        {
            return CardReply.Message(CardFields.NotUnderstood);
        }

        if (await desk.OpenAsync(caller, submission.Case, DecisionVerbs.Refresh, cancellationToken) is not { } opened)
        {
            return CardReply.With(NoCaseCard.Draw());
        }

        return CardReply.With(opened.Case.WithdrawnAt is null && LongText.Find(opened.Case, show) is { } text
            ? ReadingCard.Draw(opened.Case, text, typed)
            : await drawing.DrawAsync(opened, view => view with { Guide = GuidanceSection.Wanted(show), Typed = typed }, cancellationToken));
    }
}
