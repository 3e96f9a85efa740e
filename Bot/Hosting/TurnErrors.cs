using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>
/// The error boundary of a turn: one sentence to the person, one line to the log. The turn is never run again, unless it says that
/// somebody or the bot came or went and the database was away: nobody would say so a second time, and everything that is done then may be
/// done again. The log gets the kind of exception and where it came from, not its message: messages can quote what somebody typed.
/// </summary>
internal sealed partial class TurnErrors(ILogger<TurnErrors> logger)
{
    public const string Sorry = "Something went wrong on our side. What you sent before is safe. Please try that once more.";

    /// <exception cref="NotTakenException">Teams has to send it again.</exception>
    public async Task HandleAsync(ITurnContext turn, Exception exception)
    {
        Log.TurnFailed(logger, turn.Activity.Type, exception.GetType().FullName, exception.StackTrace);
        var answer = turn.Activity.Type switch
        {
            ActivityTypes.Invoke => InvokeReplies.AsActivity(InvokeReplies.Error(Sorry)),
            ActivityTypes.Message => Greetings.AsMessage(Sorry),
            _ => null,
        };
        if (answer is null)
        {
            if (turn.Activity.Type is ActivityTypes.InstallationUpdate or ActivityTypes.ConversationUpdate && StorageFailures.IsCauseOf(exception))
            {
                throw new NotTakenException(exception);
            }

            return;
        }

        try
        {
            await turn.SendActivityAsync(answer);
        }
        catch (Exception second)
        {
            // Whatever it was, there is nobody left to tell; thrown on, Teams would deliver the activity again.
            Log.CouldNotSaySorry(logger, second.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1001, LogLevel.Error, "A {ActivityType} turn failed: {Exception} at {Stack}")]
        public static partial void TurnFailed(ILogger logger, string activityType, string? exception, string? stack);

        [LoggerMessage(1002, LogLevel.Warning, "The person could not be told that a turn failed ({Reason})")]
        public static partial void CouldNotSaySorry(ILogger logger, string reason);
    }
}
