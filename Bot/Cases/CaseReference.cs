using System.Globalization;
using System.Text.RegularExpressions;

namespace Rowcroft.TeamsBot.Cases;

/// <summary>
/// What people say and type for a case: <c>RMC-2026-0042</c>. Practice prefix, local year in which it was reported,
/// running number within practice and year (at least four digits). Never a person's name.
/// </summary>
internal readonly partial record struct CaseReference(string Prefix, int Year, int Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{Year:0000}-{Number:0000}");

    /// <summary>Reads a reference as people type it (any case, spaces around); <c>null</c> when it is none.</summary>
    public static CaseReference? Parse(string? text)
    {
        var match = Pattern().Match(text ?? "");
        return match.Success
            ? new CaseReference(
                match.Groups[1].Value.ToUpperInvariant(),
                int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture),
                int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture))
            : null;
    }

    [GeneratedRegex(@"^\s*([A-Za-z]{2,6})-([0-9]{4})-([0-9]{1,6})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
