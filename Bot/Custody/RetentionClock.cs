namespace Rowcroft.TeamsBot.Custody;

/// <summary>Until when a case is kept, and why.</summary>
/// <param name="Rule">In words, without a word about the case: it stays on the certificate.</param>
/// <param name="LastDay">The last day on which it is kept, in the practice's zone.</param>
internal sealed record RetentionClock(string Rule, DateOnly LastDay);
