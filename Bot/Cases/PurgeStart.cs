namespace Rowcroft.TeamsBot.Cases;

/// <summary>The retention time of a case is over and its deletion has begun: what is destroyed does not come back, so nothing stops it now.</summary>
/// <param name="Rule">The retention rule in words, without a word about the case.</param>
internal sealed record PurgeStart(DateTimeOffset At, string Rule);
