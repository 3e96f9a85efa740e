using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.SetUp;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>A message: who wrote it, is it a private chat, which practice is meant, which route takes it.</summary>
internal sealed class MessageRouter(
    Doorkeeper doorkeeper, Contacts contacts, Practices practices, PracticePicker picker, WhichPractice which, IServiceProvider services)
{
    private const string Personal = "personal";

    public async Task RouteAsync(ITurnContext<IMessageActivity> context, CancellationToken cancellationToken)
    {
        var admission = await doorkeeper.AdmitAsync(context.Activity, cancellationToken);
        if (admission is not Admission.Admitted { Callers: var callers } admitted)
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

        foreach (var caller in callers)
        {
            await contacts.SeenAsync(caller.Practice, caller.Person, context.Activity, cancellationToken);
        }

        if (admitted.MayBeElsewhere && await picker.MustAskAsync(callers, Typed(context), context, cancellationToken))
        {
            // The question would leave out a practice that they may mean.
            await context.SendActivityAsync(Greetings.AsMessage(Greetings.CannotAskWhich), cancellationToken);
            return;
        }

        if (await picker.MeansElsewhereAsync(admitted, context, cancellationToken))
        {
            await context.SendActivityAsync(Greetings.AsMessage(Greetings.CannotReachThatOne), cancellationToken);
            return;
        }

        await ChooseAsync(context, callers, cancellationToken);
    }

    /// <summary>A button that stands for a word sends the word, perhaps with an object beside it; a form sends the object alone.</summary>
    private static JObject? SubmittedIn(ITurnContext context) =>
        string.IsNullOrWhiteSpace(context.Activity.Text) ? context.Activity.Value as JObject : null;

    private static string Typed(ITurnContext context) => (context.Activity.Text ?? "").Trim().ToLowerInvariant();

    private async Task ChooseAsync(ITurnContext context, IReadOnlyList<Caller> callers, CancellationToken cancellationToken)
    {
        if (callers.Count == 1)
        {
            await TakeAsync(context, callers[0], cancellationToken);
            return;
        }

        if (await which.TakeAsync(callers, context, cancellationToken) is var (chosen, word))
        {
            await TakeAsync(context, chosen, Routes.ForText(word), cancellationToken);
            return;
        }

        var typed = Typed(context);
        if (await picker.MustAskAsync(callers, typed, context, cancellationToken)
            || await picker.PickAsync(callers, context, cancellationToken) is not { } picked)
        {
            TurnNotes.Went(context, WhichPractice.Word);
            await which.AskAsync(callers, Routes.Words.ContainsKey(typed) ? typed : null, context, cancellationToken);
            return;
        }

        await TakeAsync(context, picked, cancellationToken);
    }

    private Task TakeAsync(ITurnContext context, Caller caller, CancellationToken cancellationToken) =>
        TakeAsync(
            context,
            caller,
            SubmittedIn(context) is { } submission
                ? Routes.ForSubmission((submission["verb"] as JValue)?.Value as string)
                : Routes.ForText(context.Activity.Text),
            cancellationToken);

    private async Task TakeAsync(ITurnContext context, Caller caller, (string Name, MessageRoute? Route, string After) to, CancellationToken cancellationToken)
    {
        var (name, route, rest) = to;
        var turn = new Turn(caller, context, rest, services, cancellationToken);
        if (!(await practices.GetAsync(caller.Practice, cancellationToken)).HasReferences)
        {
            // Until then there is one thing to do here, and one person or two who may.
            if (!await turn.Get<SetUpCommand>().HandleAsync(caller, context, cancellationToken))
            {
                await context.SendActivityAsync(Greetings.AsMessage(Greetings.NotNamed), cancellationToken);
            }

            return;
        }

        TurnNotes.Went(context, name);

        // A route that is not for this person answers false: they get what an unknown word gets, and so no hint.
        if (route is null || !await route(turn))
        {
            await Routes.AnythingElse(turn);
        }
    }
}
