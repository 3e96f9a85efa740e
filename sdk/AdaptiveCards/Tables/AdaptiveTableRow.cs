using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveTableRow : AdaptiveCollectionWithContentAlignment
{
    public const string TypeName = "TableRow";

    public override string Type { get; set; } = TypeName;

    [JsonRequired]
    public List<AdaptiveTableCell> Cells { get; set; } = [];

    /// <summary>Null: the table's style.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public AdaptiveContainerStyle? Style { get; set; }
}
