using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Exports;

/// <summary>
/// The second person agrees, or does not. Never the one who asked; and both must be people who decide the case at that moment.
/// </summary>
internal sealed class AnswerExport(ExportDesk desk, ExportLedger ledger, ExportCard card, TimeProvider time)
{
    public const string NotYourOwn = "Nothing was recorded: you asked for it yourself, so somebody else who decides this case has to agree.";
    public const string RequesterLeft = "Nothing was recorded: the person who asked does not decide this case any more. Whoever still needs the evidence can ask anew.";

    public async Task<AdaptiveCardInvokeResponse> PressAsync(Caller caller, bool agrees, JObject data, CancellationToken cancellationToken)
    {
        var verb = agrees ? ExportVerbs.Confirm : ExportVerbs.Decline;
        if (await desk.OpenAsync(caller, data, verb, cancellationToken) is not { } opened)
        {
            return CardReply.Message(CaseDesk.NoCase);
        }

        if (opened.Export.RequestedBy == caller.Id)
        {
            await desk.RefuseAsync(caller, opened, verb, cancellationToken);
            return Draw(caller, opened, NotYourOwn);
        }

        if (opened.For(caller, time.GetUtcNow()).Stage != ExportStage.Waiting)
        {
            return Draw(caller, opened);
        }

        if (opened.Opened.Approvers.For(opened.Opened.Case).All(person => person.Id != opened.Export.RequestedBy))
        {
            return Draw(caller, opened, RequesterLeft);
        }

        // Whether this press was first or not: the card shows who answered, and when.
        await ledger.AnswerAsync(opened.Export, caller.Id, agrees, cancellationToken);
        return await desk.OpenAsync(caller, opened.Export.Id, verb, cancellationToken) is { } now
            ? Draw(caller, now)
            : CardReply.Message(CaseDesk.NoCase);
    }

    private AdaptiveCardInvokeResponse Draw(Caller caller, OpenedExport opened, string? problem = null) =>
        CardReply.With(card.Draw(opened.For(caller, time.GetUtcNow()) with { Problem = problem }));
}
