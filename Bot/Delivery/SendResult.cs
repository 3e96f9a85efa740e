namespace Rowcroft.TeamsBot.Delivery;

/// <summary>What came of one attempt to send. A closed family.</summary>
internal abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>Teams has it, under this id, in this conversation.</summary>
    internal sealed record Sent(string ConversationId, string ServiceUrl, string ActivityId) : SendResult;

    /// <summary>Too many messages in this conversation; not before <paramref name="After"/>, or when <c>null</c> as for any other try.</summary>
    internal sealed record Throttled(TimeSpan? After) : SendResult;

    /// <summary>It may work later. Teams may even have it: a call that timed out can have arrived.</summary>
    internal sealed record Failed(string Why) : SendResult;

    /// <summary>The person has no chat with the bot: it is not installed for them, or they blocked it.</summary>
    internal sealed record Unreachable : SendResult;

    /// <summary>The chat or message that was known is not there any more.</summary>
    internal sealed record Gone : SendResult;

    /// <summary>Teams will never take this message.</summary>
    internal sealed record Refused(string Why) : SendResult;
}
