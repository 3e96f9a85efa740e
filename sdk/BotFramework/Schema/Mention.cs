using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>Somebody is addressed by name in the text.</summary>
public class Mention : Entity
{
    private const string TypeName = "mention";

    public Mention()
        : base(TypeName)
    {
    }

    public Mention(ChannelAccount mentioned = default, string text = default, string type = default)
        : base(TypeName)
    {
        Mentioned = mentioned;
        Text = text;
    }

    [JsonProperty(PropertyName = "mentioned")]
    public ChannelAccount Mentioned { get; set; }

    [JsonProperty(PropertyName = "text")]
    public string Text { get; set; }
}
