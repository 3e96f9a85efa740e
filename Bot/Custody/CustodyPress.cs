using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>What a press on this room's cards carries, and what it is answered with. Nothing in it is trusted.</summary>
internal static class CustodyPress
{
    public static CaseId? CaseOf(JObject data) => CaseId.Parse(TextOf(data, CardParts.CaseField));

    /// <returns>Empty when there is no such text.</returns>
    public static string TextOf(JObject data, string name) => data[name] is JValue { Type: JTokenType.String } value ? (string)value! : "";

    /// <returns>0 when there is no such page.</returns>
    public static int PageOf(JObject data) =>
        data[CardParts.PageField] is JValue { Type: JTokenType.Integer, Value: long page } && page is >= 0 and <= int.MaxValue ? (int)page : 0;
}
