namespace Rowcroft.LocalTeams.Faults;

/// <summary>
/// Calls go wrong again and again until the rhythm is taken away: of each operation, in each conversation by itself, every so many'th.
/// </summary>
/// <remarks>
/// Each conversation has its own count, so that it does not matter for the total in which order a bot calls when it writes in several.
/// </remarks>
/// <param name="EveryIn">By the conversation's id, which is null where one is made: 2 is every second call, null is none.</param>
/// <param name="RetryAfterSeconds">Only for <see cref="FaultKind.TooManyRequests"/>.</param>
internal sealed record FaultRhythm(FaultKind Kind, Func<string?, int?> EveryIn, int RetryAfterSeconds = 1);
