using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Exports;

/// <summary>
/// The person who asked makes a link. It is made when they press, not when somebody agrees: its fifteen minutes are theirs, and it never
/// waits in a chat.
/// </summary>
internal sealed class MakeExportLink(ExportDesk desk, ExportLedger ledger, ExportCard card, OwnAddress own, TimeProvider time)
{
    public const string NoAddress =
        "No link was made: the bot does not know under which address browsers reach it. Whoever looks after the bot can set Bot:PublicUrl.";

    public async Task<AdaptiveCardInvokeResponse> PressAsync(Caller caller, JObject data, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(caller, data, ExportVerbs.Link, cancellationToken) is not { } opened)
        {
            return CardReply.Message(CaseDesk.NoCase);
        }

        var view = opened.For(caller, time.GetUtcNow());
        if (!view.IsRequester)
        {
            await desk.RefuseAsync(caller, opened, ExportVerbs.Link, cancellationToken);
            return CardReply.With(card.Draw(view));
        }

        if (view.Stage != ExportStage.Ready)
        {
            return CardReply.With(card.Draw(view));
        }

        if (own.Host is not { } host)
        {
            return CardReply.With(card.Draw(view with { Problem = NoAddress }));
        }

        var token = await ledger.MakeLinkAsync(opened.Export, cancellationToken);
        return CardReply.With(card.Draw(view with { Link = ExportLink.To(host, token) }));
    }
}
