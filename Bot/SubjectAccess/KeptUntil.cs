using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.SubjectAccess;

/// <summary>Until when a case is kept, and by which rule.</summary>
/// <param name="LastDay">The last day on which it is kept, in the practice's zone.</param>
internal sealed record KeptUntil(string Rule, DateOnly LastDay);

/// <returns><c>null</c> while the case is open.</returns>
internal delegate KeptUntil? RetentionOf(Case @case);
