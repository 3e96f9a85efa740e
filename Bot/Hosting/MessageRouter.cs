using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>A message: who wrote it, is it a private chat, which route takes it.</summary>
internal sealed class MessageRouter(Doorkeeper doorkeeper, Contacts contacts, IServiceProvider services)
{
    private const string Personal = "personal";

    public async Task RouteAsync(ITurnContext<IMessageActivity> context, CancellationToken cancellationToken)
    {
        var admission = await doorkeeper.AdmitAsync(context.Activity, cancellationToken);
        if (admission is not Admission.Admitted { Caller: var caller })
        {
            TurnNotes.WasTurnedAway(context);
            await context.SendActivityAsync(Greetings.AsMessage(Greetings.For(admission)), cancellationToken);
            return;
        }

        if (context.Activity.Conversation.ConversationType is { } type && type != Personal)
        {
            TurnNotes.WasTurnedAway(context);
            await context.SendActivityAsync(Greetings.AsMessage(Greetings.PrivateChatOnly), cancellationToken);
            return;
        }

        await contacts.SeenAsync(caller.Practice, caller.Person, context.Activity, cancellationToken);
        await TakeAsync(context, caller, cancellationToken);
    }

    private async Task TakeAsync(ITurnContext context, Caller caller, CancellationToken cancellationToken)
    {
        var (name, route, rest) = context.Activity.Value is JObject submission
            ? Routes.ForSubmission((submission["verb"] as JValue)?.Value as string)
            : Routes.ForText(context.Activity.Text);
        var turn = new Turn(caller, context, rest, services, cancellationToken);
        TurnNotes.Went(context, name);

        // A route that is not for this person answers false: they get what an unknown word gets, and so no hint.
        if (route is null || !await route(turn))
        {
            await Routes.AnythingElse(turn);
        }
    }
}
