using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>The bot is in a team.</summary>
/// <param name="Installation">This time that it was added; another one is another number.</param>
/// <param name="IsNew">It was not there a moment ago.</param>
internal sealed record Installed(PracticeId Practice, long Installation, bool IsNew);
