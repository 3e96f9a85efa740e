using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.SetUp;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>A press on a card (<c>Action.Execute</c>): who pressed, and which handler takes the verb.</summary>
internal sealed class VerbRouter(Doorkeeper doorkeeper, Contacts contacts, Practices practices, PracticePicker picker, IServiceProvider services)
{
    public async Task<AdaptiveCardInvokeResponse> RouteAsync(
        ITurnContext<IInvokeActivity> context, AdaptiveCardInvokeValue value, CancellationToken cancellationToken)
    {
        var admission = await doorkeeper.AdmitAsync(context.Activity, cancellationToken);
        if (admission is not Admission.Admitted { Callers: var callers } admitted)
        {
            TurnNotes.WasTurnedAway(context);
            return CardReply.Message(Greetings.For(admission));
        }

        if (value.Action.Data is not JObject data || Routes.ForVerb(value.Action.Verb) is not { } handler)
        {
            return CardReply.Message(Greetings.UnknownButton);
        }

        TurnNotes.Went(context, value.Action.Verb);
        if (await picker.MeansElsewhereAsync(admitted, context, cancellationToken))
        {
            return CardReply.Message(Greetings.CannotReachThatOne);
        }

        if (await picker.PickAsync(callers, context, cancellationToken) is not { } caller)
        {
            return CardReply.Message(Greetings.WhichPractice);
        }

        if (!(await practices.GetAsync(caller.Practice, cancellationToken)).HasReferences && !SetUpVerbs.All.Contains(value.Action.Verb))
        {
            return CardReply.Message(Greetings.NotNamed);
        }

        await contacts.SeenAsync(caller.Practice, caller.Person, context.Activity, cancellationToken);
        return await handler(new Turn(caller, context, "", services, cancellationToken), data);
    }
}
