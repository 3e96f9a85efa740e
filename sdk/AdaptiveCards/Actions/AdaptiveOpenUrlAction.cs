using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Opens an address in the browser.</summary>
public class AdaptiveOpenUrlAction : AdaptiveAction
{
    public const string TypeName = "Action.OpenUrl";

    public override string Type { get; set; } = TypeName;

    [JsonRequired]
    public Uri Url { get; set; }

    [JsonIgnore]
    public string UrlString
    {
        get => Url?.ToString();
        set => Url = new Uri(value);
    }
}
