using Rowcroft.LocalTeams.People;

namespace Rowcroft.LocalTeams;

internal sealed record LocalTeamsOptions
{
    /// <summary>Where to listen; always a loopback address. Port 0 takes a free one.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>The bot's address for activities; may be set later, at <see cref="LocalTeamsServer.BotEndpoint"/>.</summary>
    public Uri? BotEndpoint { get; init; }

    public IReadOnlyList<Person> Everyone { get; init; } = Cast.Everyone;

    public IReadOnlyList<Person> Members { get; init; } = Cast.Staff;

    /// <summary>How long Teams waits for a bot's answer.</summary>
    public TimeSpan BotPatience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The clock of messages and of the page.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where chats are kept from one run to the next; null keeps nothing.</summary>
    public string? MemoryFile { get; init; }

    /// <summary>Set where a bot runs in this process, so that the page can restart it.</summary>
    public BotHost? Bot { get; init; }

    /// <summary>Set where the bot has an app id.</summary>
    public Registration? Registration { get; init; }
}
