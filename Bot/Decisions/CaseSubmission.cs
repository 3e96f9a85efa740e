using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>Which case a press is about, and in which version the card showed it.</summary>
/// <param name="Version">0 when the card carries none: no case has that version.</param>
internal sealed record CaseSubmission(CaseId Case, int Version)
{
    /// <returns><c>null</c> when it is nothing that a card of ours sends.</returns>
    public static CaseSubmission? Read(JObject data) =>
        TryReadText(data, CardFields.Case, out var id) && CaseId.Parse(id) is { } @case && TryReadNumber(data, CardFields.Version, out var version)
            ? new CaseSubmission(@case, version)
            : null;

    /// <returns><c>false</c> when there is something that is no text. Nothing at all is <c>null</c>.</returns>
    public static bool TryReadText(JObject data, string name, out string? text)
    {
        text = data[name] is { Type: JTokenType.String } token ? (string?)token : null;
        return data[name] is null or { Type: JTokenType.String or JTokenType.Null };
    }

    /// <returns><c>false</c> when there is something that is no whole number of a sensible size. Nothing at all is 0.</returns>
    public static bool TryReadNumber(JObject data, string name, out int number)
    {
        number = 0;
        return data[name] is null or { Type: JTokenType.Null }
            || (data[name] is { Type: JTokenType.Integer } token && int.TryParse(token.ToString(), out number) && number >= 0);
    }
}
