namespace Rowcroft.TeamsBot.People.Graph;

/// <summary>Somebody is away, as their automatic reply says.</summary>
/// <param name="Until">The instant from which they are back; <c>null</c> when the reply has no end.</param>
internal sealed record Absence(DateTimeOffset? Until);
