namespace Rowcroft.LocalTeams;

/// <summary>How Teams and a registered bot prove to each other who they are. A bot on a developer's machine is not registered.</summary>
/// <param name="TokenFor">The Authorization header of an activity that comes from this service address.</param>
/// <param name="IsBot">Whether this Authorization header is the bot's.</param>
internal sealed record Registration(Func<Uri, string> TokenFor, Func<string?, bool> IsBot);
