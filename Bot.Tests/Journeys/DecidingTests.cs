using Rowcroft.LocalTeams.Connector;
using Rowcroft.LocalTeams.Faults;
using static Microsoft.Playwright.Assertions;

namespace Rowcroft.TeamsBot.Tests.Journeys;

[Collection(Journeys.Name)]
public sealed class DecidingTests(JourneyBrowser browser)
{
    private const string Case = "Case RMC-2026-0001";

    [SkippableFact]
    public async Task A_Second_Approver_Who_Is_Late_Sees_Who_Decided_And_Changes_Nothing()
    {
        await using var story = await Story.BeginAsync(browser);
        await story.Receptionist.ReportAsync();
        await story.Deputy.SeesAsync(Case);
        await story.Manager.SeesAsync(Case);

        // Sam's card is old, because Teams takes no changes of cards for a while.
        story.Practice.Teams.Faults.Add(new(ConnectorOperation.Update, FaultKind.ServerError, Times: 1_000));
        await story.Manager.DecideAsync("An opinion.", "No further action");
        await Expect(story.Manager.Card(Case)).ToContainTextAsync("Decided by Morgan Hale");
        await story.Deputy.DecideAsync("It is a complaint.", "Complaints procedure");

        var late = story.Deputy.Card(Case);
        await Expect(late).ToContainTextAsync("Somebody was first");
        await Expect(late).ToContainTextAsync("Decided by Morgan Hale, Wednesday 4 March 2026, 10:0");
        await story.LookAsync("b-late");
        story.Practice.Teams.Faults.Clear();

        await story.Receptionist.SeesAsync("will not take action this time");
        await Expect(story.Receptionist.Chat.GetByText("what was decided")).ToHaveCountAsync(1);
        await Expect(story.Receptionist.Chat.GetByText("handling it as a complaint")).ToHaveCountAsync(0);
        await story.Manager.SayAsync("case RMC-2026-0001");
        await Expect(story.Manager.Card(Case)).ToContainTextAsync("An opinion.");
        await Expect(story.Manager.Card(Case)).Not.ToContainTextAsync("It is a complaint.");
    }

    [SkippableFact]
    public async Task The_Manager_Asks_The_Reporter_And_Reads_The_Answer()
    {
        await using var story = await Story.BeginAsync(browser);
        await story.Receptionist.ReportAsync();

        await story.Manager.PressAsync("Ask the reporter");
        await story.Manager.FillAsync("Your question to the reporter", "Is the post still there?");
        await story.Manager.PressAsync("Send the question");
        await Expect(story.Manager.Card(Case)).ToContainTextAsync("Waiting for an answer");

        await story.Receptionist.SeesAsync("A question about your report RMC-2026-0001");
        await story.Receptionist.SeesAsync("Is the post still there?");
        await story.LookAsync("e1-question");
        await story.Receptionist.FillAsync("Your answer", "It was gone at noon.");
        await story.Receptionist.PressAsync("Send the answer");
        await story.Receptionist.SeesAsync("Thank you. The people who decide have your answer.");

        await story.Manager.SeesAsync("an answer has come");
        await story.Manager.PressAsync("Show the case");
        await Expect(story.Manager.Card("What should happen?")).ToContainTextAsync("It was gone at noon.");
        await Expect(story.Deputy.Card("What should happen?")).ToContainTextAsync("It was gone at noon.");
        await story.LookAsync("e2-answer");
        story.NothingWentWrongOnThePage();
    }

    [SkippableFact]
    public async Task A_Case_That_Concerns_The_Manager_Is_Decided_By_The_Deputy_And_Never_Reaches_The_Manager()
    {
        await using var story = await Story.BeginAsync(browser);

        await story.Receptionist.ReportAsync(concernsManager: true);
        await story.Receptionist.SeesAsync("The practice manager does not see it.");
        await story.Deputy.SeesAsync(Case);
        await story.Deputy.DecideAsync("For HR.", "HR");
        await story.Receptionist.SeesAsync("The practice is handling it in private.");

        Assert.Empty(story.Practice.Manager.Chat);
        await story.LookAsync("g-concerns");
        await story.Manager.SayAsync("case RMC-2026-0001");
        await story.Manager.SeesAsync("I cannot find that case");
        await story.Manager.SayAsync("cases");
        await story.Manager.SeesAsync("There are no open cases for you to decide.");
        story.NothingWentWrongOnThePage();
    }
}
