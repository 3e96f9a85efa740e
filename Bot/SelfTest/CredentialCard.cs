using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.SelfTest;

/// <summary>The warning before the bot's secret or certificate expires. Text blocks are used freely: nothing in it was typed by anybody.</summary>
internal static class CredentialCard
{
    public static AdaptiveCard Draw(CredentialKind kind, int daysLeft, DateOnly lastDay) => new("1.5")
    {
        Body =
        [
            new AdaptiveTextBlock(kind.Say(daysLeft).TrimEnd('.'))
            {
                Size = AdaptiveTextSize.Large,
                Weight = AdaptiveTextWeight.Bolder,
                Wrap = true,
                AdditionalProperties = { ["style"] = "heading" },
            },
            Words(daysLeft < 0
                ? $"Its last day was {PracticeClock.Say(lastDay)}. The bot can answer nobody and send nothing any more: no report, no decision, no alert."
                : $"Its last day is {PracticeClock.Say(lastDay)}. After it the bot can answer nobody and send nothing: no report, no decision, no alert."),
            new AdaptiveTextBlock("What to do") { Weight = AdaptiveTextWeight.Bolder, Wrap = true, Spacing = AdaptiveSpacing.Medium },
            Words($"1. In Entra, App registrations, the bot, Certificates & secrets: {kind.Make}."),
            Words($"2. {char.ToUpperInvariant(kind.Put[0])}{kind.Put[1..]}, and restart the bot."),
            Words($"3. Write selftest to me. When the registration is fine, delete the old {kind.Name} in Entra."),
            new AdaptiveTextBlock("I say this once a day until it is done.") { Size = AdaptiveTextSize.Small, IsSubtle = true, Wrap = true, Spacing = AdaptiveSpacing.Small },
        ],
        AdditionalProperties = { ["msteams"] = new JObject { ["width"] = "Full" } },
    };

    private static AdaptiveTextBlock Words(string text) => new(text) { Wrap = true };
}
