using System.Globalization;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Exports.Bundles;

/// <summary>Another report of the same post, which is decided with the case of the bundle. It has a chain of its own.</summary>
/// <param name="Path">Where its chain is in the bundle: numbers only.</param>
internal sealed record MergedPart(string Path, Case Case, IReadOnlyList<ChainLink> Chain)
{
    /// <param name="number">From 2, in the order in which they were put together: the case itself is the first.</param>
    public static string PathOf(int number) => string.Create(CultureInfo.InvariantCulture, $"chain-{number:00}.json");
}
