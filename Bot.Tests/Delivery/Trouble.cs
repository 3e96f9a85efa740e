using Rowcroft.LocalTeams.Faults;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.TeamsBot.Tests.Delivery;

/// <summary>What is wrong with Teams, or the bot, while reports are made and decided.</summary>
/// <param name="Name">As the README says it.</param>
/// <param name="Kind">What happens to every second call of the bot; <c>null</c> when Teams answers as it should.</param>
internal sealed record Trouble(string Name, FaultKind? Kind = null)
{
    private const int EverySecond = 2;

    /// <summary>Where the greeting of who comes back is a call too: with every second one the message after it would never get through.</summary>
    private const int EveryThird = 3;
    private const int EveryFifth = 5;

    /// <summary>Whatever people write and press arrives twice.</summary>
    public bool DeliversTwice { get; init; }

    /// <summary>The bot's process ends while calls have no answer, and another one starts five minutes later.</summary>
    public bool KillsTheBot { get; init; }

    /// <summary>The manager takes the app away before the first report, and adds it again after the last.</summary>
    public bool ManagerHasNoApp { get; init; }

    public static IReadOnlyList<Trouble> All { get; } =
    [
        new("403, the bot may not write to this person", FaultKind.Forbidden),
        new("404, the chat or message is gone", FaultKind.NotFound),
        new("409", FaultKind.Conflict),
        new("412", FaultKind.PreconditionFailed),
        new("429 with Retry-After", FaultKind.TooManyRequests),
        new("500", FaultKind.ServerError),
        new("502", FaultKind.BadGateway),
        new("503", FaultKind.ServiceUnavailable),
        new("no answer", FaultKind.Timeout),
        new("line cut before Teams takes it", FaultKind.HangUp),
        new("line cut after Teams took it", FaultKind.TakenHangUp),
        new("taken, and then answered with 502", FaultKind.LostAnswer),
        new("every message and press arrives twice") { DeliversTwice = true },
        new("bot killed while it waits for an answer", FaultKind.Timeout) { KillsTheBot = true },
        new("bot killed after Teams took a message", FaultKind.TakenTimeout) { KillsTheBot = true },
        new("manager took the app away and adds it later") { ManagerHasNoApp = true },
    ];

    /// <summary>
    /// While reports are made, what the bot says in the reporter's chat are answers in the reporter's own turns. Those nobody sends again but
    /// the reporter, so fewer of them go wrong. Where nothing comes back, none: there Teams itself gives the turn up.
    /// </summary>
    public FaultRhythm? WhileReporting => RhythmOf(chat => chat != Cast.Receptionist.ChatId ? Often(chat) : Hangs ? null : EveryFifth);

    /// <summary>Now what comes to the reporter's chat is owed.</summary>
    public FaultRhythm? WhileDeciding => RhythmOf(Often);

    private bool Hangs => Kind is FaultKind.Timeout or FaultKind.TakenTimeout;

    private FaultRhythm? RhythmOf(Func<string?, int?> everyIn) => Kind is { } kind ? new(kind, everyIn, RetryAfterSeconds: 30) : null;

    /// <summary>Every second call; to the team, where the roster is read, only where the call comes back.</summary>
    private int? Often(string? conversation) => Hangs && conversation == Practice.TeamId ? null : Kind == FaultKind.Forbidden ? EveryThird : EverySecond;
}
