using Newtonsoft.Json.Linq;

namespace Rowcroft.TeamsBot.Exports;

/// <summary>The names under which cards send back what they carry and what was filled in. Nothing of it is trusted.</summary>
internal static class ExportFields
{
    public const string Case = "case";
    public const string Export = "export";
    public const string Audience = "audience";
    public const string Copies = "copies";
    public const string Reason = "reason";

    /// <returns>Empty when there is no such text.</returns>
    public static string TextOf(JObject data, string name) => data[name] is JValue { Type: JTokenType.String } value ? (string)value! : "";

    /// <returns><c>null</c> when it is none of the choices that the card offers.</returns>
    public static T? ChoiceOf<T>(JObject data, string name)
        where T : struct, Enum => Enum.GetValues<T>().Where(choice => choice.ToString() == TextOf(data, name)).Cast<T?>().SingleOrDefault();
}
