using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.Exports;

/// <summary>What the cards of this room have of their own; how they look otherwise is in <see cref="CardLook"/>.</summary>
internal static class CardParts
{
    private const int MaxWritten = 300;

    /// <summary>Our label, and beside it what somebody wrote or is called.</summary>
    public static AdaptiveRichTextBlock Fact(string label, string written) => CardLook.Fact(label, CardLook.OneLine(written, MaxWritten));

    public static AdaptiveRichTextBlock Hash(string sha256) => CardLook.Hash(sha256, AdaptiveSpacing.Small);

    public static AdaptiveExecuteAction Press(string title, string verb, params IEnumerable<JProperty> data) =>
        new() { Title = title, Verb = verb, Data = new JObject(data) };
}
