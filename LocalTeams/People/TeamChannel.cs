namespace Rowcroft.LocalTeams.People;

/// <summary>A channel of the practice's team. The bot's posts in it are threads.</summary>
internal sealed record TeamChannel(string Id, string Name);
