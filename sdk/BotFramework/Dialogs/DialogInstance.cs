using System.Diagnostics;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>One dialog on a stack, with what it has to remember between turns.</summary>
[DebuggerDisplay("{Id}")]
public class DialogInstance
{
    [JsonProperty("id")]
    public string Id { get; set; }

    [JsonProperty("state")]
    public IDictionary<string, object> State { get; set; }

    /// <summary>Index in this context's stack, or (negative) in the parent's; null when unused.</summary>
    public int? StackIndex { get; set; }

    /// <summary>The version of the dialog when this instance was last run; null until a container has looked at it.</summary>
    public string Version { get; set; }
}
