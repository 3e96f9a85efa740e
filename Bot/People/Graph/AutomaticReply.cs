namespace Rowcroft.TeamsBot.People.Graph;

/// <summary>When somebody's mailbox answers by itself.</summary>
/// <param name="IsSet">Neither off nor over for good.</param>
/// <param name="From">The first instant; <c>null</c>: it is on already.</param>
/// <param name="Until">The first instant at which it no longer does; <c>null</c>: until it is turned off by hand.</param>
internal sealed record AutomaticReply(bool IsSet, DateTimeOffset? From = null, DateTimeOffset? Until = null)
{
    public static readonly AutomaticReply Off = new(false);

    /// <returns><c>null</c> when the person is not away at this instant.</returns>
    public Absence? At(DateTimeOffset now) => IsSet && !(now < From) && !(now >= Until) ? new Absence(Until) : null;
}
