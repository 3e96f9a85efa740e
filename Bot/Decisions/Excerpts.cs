using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>Long texts on the case card: their beginning, and the rest behind "Show all".</summary>
/// <param name="Limit">How many characters are shown.</param>
internal sealed record Excerpts(Case Case, int Limit)
{
    private const int MaxLines = 8;

    public IEnumerable<AdaptiveElement> Of(LongText text)
    {
        var clean = WrittenWords.Clean(text.Text);
        foreach (var line in Blocks.Written(WrittenWords.Cut(clean, Limit), MaxLines))
        {
            yield return line;
        }

        if (clean.Length > Limit)
        {
            yield return CardLook.Small("This is only the beginning.");
            yield return CardLook.Buttons(
                Blocks.Press("Show all", DecisionVerbs.Refresh, Case, new JProperty(CardFields.Show, text.Key)));
        }
    }
}
