namespace Rowcroft.TeamsBot.People.Graph;

/// <summary>What came of asking Graph. A closed family.</summary>
internal abstract record GraphAnswer<T>
{
    private GraphAnswer()
    {
    }

    internal sealed record Got(T Value) : GraphAnswer<T>;

    /// <summary>There is no such account, mailbox or app: somebody who left, for example.</summary>
    internal sealed record NotThere : GraphAnswer<T>;

    /// <summary>The bot's identity may not ask this (401, 403).</summary>
    /// <param name="Permission">What an administrator has to grant.</param>
    internal sealed record NotPermitted(string Permission) : GraphAnswer<T>;

    /// <summary>It may work later: Graph is down, too slow or asks for a pause.</summary>
    /// <param name="Why">A status code or the name of an exception; never a text from outside.</param>
    /// <param name="After">Not before this time is over; <c>null</c> when Graph did not say.</param>
    internal sealed record NotNow(string Why, TimeSpan? After = null) : GraphAnswer<T>;
}
