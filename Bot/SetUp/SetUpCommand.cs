using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.SetUp;

/// <summary><c>setup</c>, and the buttons of its card. Who may is asked at each press, whatever card it is on.</summary>
internal sealed partial class SetUpCommand(SetUpDesk desk, SetUpLedger ledger, Administrators administrators, ILogger<SetUpCommand> logger)
{
    public const string NotYours =
        "Only whoever added me to this team first, or an administrator named by whoever runs me, can change these settings. Nothing has changed.";

    public const string NotUnderstood = "I could not read that press, so nothing has changed. The card may be from an older version: write setup to me.";
    public const string WasFirst = "Somebody changed the settings since this card was drawn, so yours were not saved. This is how they stand now.";
    public const string PrefixTaken = "Another practice's references begin like that. Please choose other letters.";
    public const string PrefixInUse = "There are cases already, and their references must stay as they are. Please leave these letters as they were.";
    public const string Saved = "Saved. Those who decide are being told.";

    /// <returns><c>false</c>, with nothing said, to anybody who is no administrator: they get what an unknown word gets.</returns>
    public async Task<bool> HandleAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (!await administrators.IsAdministratorAsync(caller, cancellationToken))
        {
            return false;
        }

        var view = await desk.ViewAsync(caller.Practice, cancellationToken);
        await turn.SendActivityAsync(CardMessage.For(SetUpCard.Draw(view), SetUpCard.Summary), cancellationToken);
        return true;
    }

    public async Task<AdaptiveCardInvokeResponse> PressAsync(Caller caller, string verb, JObject data, ITurnContext turn, CancellationToken cancellationToken)
    {
        if ((data[SetUpFields.Practice] as JValue)?.Value as string != caller.Practice.Value
            || !int.TryParse((data[SetUpFields.Version] as JValue)?.Value as string, out var version))
        {
            return CardReply.Message(NotUnderstood);
        }

        if (!await administrators.IsAdministratorAsync(caller, cancellationToken))
        {
            Log.Refused(logger, caller.Practice, verb);
            return CardReply.Message(NotYours);
        }

        var view = await desk.ViewAsync(caller.Practice, cancellationToken);
        return CardReply.With(verb == SetUpVerbs.Save
            ? await SaveAsync(caller, view, version, SetUpForm.Read(data), turn, cancellationToken)
            : SetUpCard.Draw(view));
    }

    private async Task<AdaptiveCard> SaveAsync(
        Caller caller, SetUpView view, int version, SetUpForm form, ITurnContext turn, CancellationToken cancellationToken)
    {
        var found = new SetUpCheck(view.Settings, view.People, view.Channels).Run(form);
        if (found.Problems.Count > 0)
        {
            return SetUpCard.Draw(view with { Filled = form, Problems = found.Problems });
        }

        switch (await ledger.SaveAsync(caller, version, found, cancellationToken))
        {
            case SaveOutcome.PrefixTaken:
                return Wrong(view, form, PrefixTaken);
            case SaveOutcome.PrefixInUse:
                return Wrong(view, form, PrefixInUse);
            case SaveOutcome.SomebodyWasFirst:
                Log.SomebodyWasFirst(logger, caller.Practice, version);
                return SetUpCard.Draw(await desk.ViewAsync(caller.Practice, cancellationToken) with { News = WasFirst });
            case SaveOutcome.Saved:
                Log.Saved(logger, caller.Practice, version + 1);
                return await DoneAsync(caller, turn, cancellationToken);
            case SaveOutcome.SavedBefore:
                Log.SavedBefore(logger, caller.Practice, version + 1);
                return await DoneAsync(caller, turn, cancellationToken);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<AdaptiveCard> DoneAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken)
    {
        var card = SetUpDoneCard.Draw(await desk.ViewAsync(caller.Practice, cancellationToken) with { News = Saved });
        await ReplaceAsync(turn, card, cancellationToken);
        return card;
    }

    private static AdaptiveCard Wrong(SetUpView view, SetUpForm form, string sentence) =>
        SetUpCard.Draw(view with { Filled = form, Problems = [(SetUpFields.Prefix, sentence)] });

    /// <summary>The answer changes the card for whoever pressed; in a channel the others see the message itself.</summary>
    private async Task ReplaceAsync(ITurnContext turn, AdaptiveCard card, CancellationToken cancellationToken)
    {
        if (turn.Activity.ReplyToId is not { Length: > 0 } id)
        {
            return;
        }

        var message = CardMessage.For(card, SetUpCard.Summary);
        message.Id = id;
        try
        {
            await turn.UpdateActivityAsync(message, cancellationToken);
        }
        catch (Exception exception) when (exception is ErrorResponseException or HttpRequestException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // An old card in the channel harms nobody: a press on it shows how things stand.
            Log.NotReplaced(logger);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3301, LogLevel.Warning, "Settings of practice {Practice} were not touched: not an administrator ({Verb})")]
        public static partial void Refused(ILogger logger, Cases.PracticeId practice, string verb);

        [LoggerMessage(3302, LogLevel.Information, "Settings of practice {Practice} were not saved: somebody was first since version {Version}")]
        public static partial void SomebodyWasFirst(ILogger logger, Cases.PracticeId practice, int version);

        [LoggerMessage(3303, LogLevel.Information, "Settings of practice {Practice} were saved as version {Version}")]
        public static partial void Saved(ILogger logger, Cases.PracticeId practice, int version);

        [LoggerMessage(3304, LogLevel.Information, "An old set-up card could not be replaced")]
        public static partial void NotReplaced(ILogger logger);

        [LoggerMessage(3305, LogLevel.Information, "Settings of practice {Practice} had been saved as version {Version} before, by the same person")]
        public static partial void SavedBefore(ILogger logger, Cases.PracticeId practice, int version);
    }
}
