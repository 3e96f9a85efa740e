using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Tests.People.Graph;
using Rowcroft.TeamsBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Rowcroft.TeamsBot.Tests.Journeys;

[Collection(Journeys.Name)]
public sealed class AwayTests(JourneyBrowser browser)
{
    private const string Case = "Case RMC-2026-0001";

    [SkippableTheory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task The_Manager_Is_On_Leave_And_The_Deputy_Decides(int width, int height)
    {
        await using var graph = await LoopbackGraph.StartAsync();
        graph.Replies[Cast.Manager.ObjectId.ToString()] = LoopbackGraph.Scheduled(CaseBuilder.Wednesday.AddDays(-1), CaseBuilder.Wednesday.AddDays(2));
        await using var story = await Story.BeginAsync(browser, width, height, new Dictionary<string, string?>
        {
            ["Graph:Absence"] = "true",
            ["Graph:BaseUrl"] = graph.Address.AbsoluteUri,
        });
        await story.Practice.KnowsIsAwayAsync(Cast.Manager);
        await story.Practice.Receptionist.ReportAsync();

        await story.GoToAsync(Cast.Receptionist);
        await story.Receptionist.SeesAsync("The practice manager is away at present");
        await story.Receptionist.Chat.GetByText("The practice manager is away at present").ScrollIntoViewIfNeededAsync();
        await story.LookAsync($"away-receipt-{width}");
        await story.GoToAsync(Cast.Deputy);
        await story.Deputy.SeesAsync("You are expected to decide this case.");
        await Expect(story.Deputy.Card(Case)).ToContainTextAsync("Morgan Hale is away until Friday 6 March 2026 (automatic reply).");
        await story.Deputy.Card(Case).GetByText("You are expected to decide this case.").ScrollIntoViewIfNeededAsync();
        await story.LookAsync($"away-deputy-{width}");
        await story.Deputy.DecideAsync("It is a complaint.", "Complaints procedure");
        await Expect(story.Deputy.Card(Case)).Not.ToContainTextAsync("is away");
        story.NothingWentWrongOnThePage();
    }
}
