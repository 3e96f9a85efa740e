using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>A message about to be sent.</summary>
/// <param name="Person">Whose chat it goes to; <c>null</c> for the channel.</param>
/// <param name="OwedSince">When the announcement was made.</param>
internal sealed record DueMessage(string Kind, PracticeId Practice, CaseId? Case, string? Detail, Person? Person, DateTimeOffset OwedSince);
