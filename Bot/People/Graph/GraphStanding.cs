namespace Rowcroft.TeamsBot.People.Graph;

/// <summary>How a feature of Graph stands.</summary>
internal enum GraphStanding
{
    /// <summary>Not switched on: Graph is not asked, and not even loaded.</summary>
    Off,

    /// <summary>Switched on; nothing has had to be asked since the process started.</summary>
    NotAskedYet,
    Works,

    /// <summary>The bot's identity lacks the permission, or a policy of the organisation forbids it.</summary>
    MissingPermission,

    /// <summary>Graph is down, too slow, asks for a pause, or gives the identity no token.</summary>
    Unreachable,
}

/// <summary>One feature of Graph, as it stands now.</summary>
/// <param name="Since">Since when it stands so; <c>null</c> when it is off or was not asked yet.</param>
/// <param name="Sentence">For those who look after the bot: what is so, and what to do about it. No names of people.</param>
internal sealed record GraphFeatureState(GraphFeature Feature, GraphStanding Standing, DateTimeOffset? Since, string Sentence);
