using System.Globalization;
using System.Text.RegularExpressions;
using Rowcroft.TeamsBot.Evidence;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>The boxes that a browser sends, each as <c>x,y,width,height</c> in pixels of the upright, full-size picture.</summary>
internal static partial class DrawnBoxes
{
    public const string Field = "box";
    public const string Problem = "Nothing was saved: draw at least one box on the picture, and at most 200.";

    /// <returns>Whether they are on the picture is seen when it is drawn; <c>null</c> when one is not even a box.</returns>
    public static IReadOnlyList<RedactionBox>? Read(IFormCollection form)
    {
        var sent = form[Field];
        var boxes = sent.Select(Read).OfType<RedactionBox>().ToList();
        return boxes.Count == sent.Count ? boxes : null;
    }

    private static RedactionBox? Read(string? text)
    {
        var match = Pattern().Match(text ?? "");
        return match.Success ? new RedactionBox(Number(match, 1), Number(match, 2), Number(match, 3), Number(match, 4)) : null;
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A([0-9]{1,5}),([0-9]{1,5}),([0-9]{1,5}),([0-9]{1,5})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
