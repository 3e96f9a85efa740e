using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.ReportDriver;

namespace Rowcroft.TeamsBot.Tests.Reporting;

/// <summary>The way from the reporter's cards to the page with their own screenshots.</summary>
public sealed class OwnPageTests
{
    private const string Button = "See what you sent";

    [Fact]
    public async Task The_Receipt_And_My_Reports_Lead_To_The_Reporters_Own_Screenshots()
    {
        await using var ann = await CreateAsync(("Bot:PublicUrl", "https://bot.rowcroft.example"));
        await ann.WalkAsync(0);
        await ann.FinishAsync(0);
        Assert.Equal(["https://bot.rowcroft.example/cases/RMC-2026-0001/evidence"], Links(ann));

        await ann.ReviewAsync(FilledForm.About());
        await ann.PressAsync(Rowcroft.TeamsBot.Reporting.ReportVerbs.Send);
        Assert.Empty(Links(ann)); // nothing was sent with this one
        await ann.SayAsync("my reports");
        Assert.Equal(["https://bot.rowcroft.example/cases/RMC-2026-0001/evidence"], Links(ann));
    }

    [Fact]
    public async Task Where_There_Is_No_Page_There_Is_No_Button()
    {
        await using var ann = await CreateAsync();
        await ann.WalkAsync(0);
        await ann.FinishAsync(0);
        Assert.Empty(Links(ann));
        await ann.SayAsync("my reports");
        Assert.Empty(Links(ann));
    }

    private static IEnumerable<string?> Links(ReportDriver ann) => CardOf(ann.Last)!.Descendants().OfType<JObject>()
        .Where(action => (string?)action["title"] == Button)
        .Select(action => (string?)action["url"]);
}
