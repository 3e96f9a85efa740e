using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Rows of cells under columns of given widths.</summary>
public class AdaptiveTable : AdaptiveCollectionWithContentAlignment
{
    public const string TypeName = "Table";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveTableRow> Rows { get; set; } = [];

    public List<AdaptiveTableColumnDefinition> Columns { get; set; } = [];

    /// <summary>The colour of the grid; null: the parent's style.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public AdaptiveContainerStyle? GridStyle { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(true)]
    public bool ShowGridLines { get; set; } = true;

    /// <summary>The first row is read aloud as headers.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(false)]
    public bool FirstRowAsHeaders { get; set; }
}
