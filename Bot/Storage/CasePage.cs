using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>Some of many cases.</summary>
/// <param name="Total">How many there are on all pages.</param>
internal sealed record CasePage(IReadOnlyList<Case> Cases, int Total);
