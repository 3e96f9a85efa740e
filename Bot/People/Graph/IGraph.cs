using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.People.Graph;

/// <summary>What the bot asks Microsoft Graph. An outward port; no exception comes out of it but a cancellation.</summary>
internal interface IGraph
{
    /// <summary>The account with this user principal name.</summary>
    Task<GraphAnswer<PersonId>> FindByUpnAsync(string upn, CancellationToken cancellationToken);

    /// <summary>Every account of the organisation that is called so, from every page.</summary>
    Task<GraphAnswer<IReadOnlyList<PersonId>>> FindByNameAsync(string name, CancellationToken cancellationToken);

    /// <summary>Somebody's automatic reply; its words are not kept.</summary>
    Task<GraphAnswer<AutomaticReply>> AutomaticReplyAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>The catalogue's id of the app whose manifest has this id.</summary>
    Task<GraphAnswer<string>> FindAppAsync(string manifestId, CancellationToken cancellationToken);

    /// <summary>Installs an app for somebody. Doing it again does nothing.</summary>
    /// <param name="appId">The catalogue's id.</param>
    /// <returns><c>true</c> when it was not there before.</returns>
    Task<GraphAnswer<bool>> InstallAsync(PersonId person, string appId, CancellationToken cancellationToken);
}
