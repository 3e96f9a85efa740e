using Microsoft.Bot.Schema;

namespace Sdk.Tests.Dialogs.Support;

/// <summary>Takes what a bot has said.</summary>
internal static class Replies
{
    public static IEnumerable<Activity> DequeueAll(this Queue<Activity> replies)
    {
        while (replies.TryDequeue(out var reply))
        {
            yield return reply;
        }
    }
}
