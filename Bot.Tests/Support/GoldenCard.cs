using System.Text;
using AdaptiveCards;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Tests.Architecture;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>
/// Compares a card with the JSON kept beside the tests (<c>Bot.Tests/Cards/…</c>), and checks what every card must be: schema 1.5, under
/// 25 KB. To accept a change: run the tests with <c>ROWCROFT_ACCEPT_CARDS=1</c>, then look at the difference and at the card.
/// </summary>
internal static class GoldenCard
{
    public const int MaxBytes = 25 * 1024;

    /// <param name="path">Below <c>Bot.Tests/Cards</c>, for example <c>Decisions/open.json</c>.</param>
    public static void Matches(AdaptiveCard card, string path) => Matches(CardJson.Of(card), path);

    /// <inheritdoc cref="Matches(AdaptiveCard, string)"/>
    public static void Matches(JObject card, string path)
    {
        Assert.Equal("1.5", (string?)card["version"]);
        Assert.InRange(Encoding.UTF8.GetByteCount(card.ToString(Formatting.None)), 2, MaxBytes);

        var file = Path.Combine(Repository.Root, "Bot.Tests", "Cards", path);
        if (Environment.GetEnvironmentVariable("ROWCROFT_ACCEPT_CARDS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, card.ToString(Formatting.Indented) + "\n");
        }

        Assert.True(File.Exists(file), $"There is no {path} yet. The card is:\n{card}");
        using var reader = new JsonTextReader(new StringReader(File.ReadAllText(file))) { DateParseHandling = DateParseHandling.None };
        Assert.True(JToken.DeepEquals(JObject.Load(reader), card), $"The card is no longer as in {path}. It is:\n{card}");
    }
}
