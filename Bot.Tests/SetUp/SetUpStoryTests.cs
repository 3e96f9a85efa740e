using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.Clients;
using Rowcroft.LocalTeams.Connector;
using Rowcroft.LocalTeams.Faults;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.SetUp;
using Rowcroft.TeamsBot.Tests.Support;
using Rowcroft.TeamsBot.WeeklySummary;
using Person = Rowcroft.LocalTeams.People.Person;

namespace Rowcroft.TeamsBot.Tests.SetUp;

/// <summary>The bot was added to the team by Morgan, the practice manager, and nothing about the practice stands in its configuration.</summary>
public sealed class SetUpStoryTests
{
    private static readonly IReadOnlyDictionary<string, string?> Nothing = new Dictionary<string, string?>
    {
        ["Practice:Managers:0"] = null,
        ["Practice:Deputies:0"] = null,
    };

    [Fact]
    public async Task Added_To_A_Team_It_Asks_In_The_Channel_And_From_Then_On_Works_As_It_Was_Told()
    {
        await using var practice = await PracticeInTeams.StartAsync(settings: Nothing);
        var card = await CardAsync(practice);
        Assert.Contains("Set up the bot for this team", CardReading.Words(card, Cast.Manager), StringComparison.Ordinal);

        await practice.Manager.PressAsync(card, "Save", Choices(Cast.Nurse, Cast.Deputy));

        Assert.Contains(SetUpCommand.Saved, Reads(practice, Cast.Manager), StringComparison.Ordinal);
        Assert.Contains("The bot is set up for this practice", Reads(practice, Cast.Nurse), StringComparison.Ordinal);
        await practice.Teams.UntilAsync(() => practice.Nurse.FromBot.Count == 1 && practice.Deputy.FromBot.Count == 1);
        Assert.Contains("The bot's settings were changed", practice.Nurse.Reads(), StringComparison.Ordinal);
        Assert.Contains("Morgan Hale", practice.Nurse.Reads(), StringComparison.Ordinal);

        await practice.Receptionist.ReportAsync();
        Assert.Contains("HSG-2026-0001", practice.Receptionist.Reads(), StringComparison.Ordinal);
        await practice.Teams.UntilAsync(() => practice.Nurse.FromBot.Any(post => CardReading.Words(post, Cast.Nurse).Contains("HSG-2026-0001", StringComparison.Ordinal)));
        Assert.DoesNotContain(practice.Manager.FromBot, post => CardReading.Words(post, Cast.Manager).Contains("HSG-2026-0001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_Else_Changes_Nothing_And_Is_Told_Kindly()
    {
        await using var practice = await PracticeInTeams.StartAsync(settings: Nothing);
        await CardAsync(practice);

        var answer = await PressAsync(practice, Cast.Nurse, Choices(Cast.Nurse, Cast.Nurse));

        Assert.Contains(SetUpCommand.NotYours, answer, StringComparison.Ordinal);
        Assert.Equal(0, (await SettingsAsync(practice)).Version);
        await practice.Nurse.SayAsync("setup");
        Assert.Contains("Has somebody been unkind or abusive online?", practice.Nurse.Reads(), StringComparison.Ordinal);
        Assert.Contains("Set up the bot for this team", Reads(practice, Cast.Nurse), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Configured_Administrator_May_Too_And_Of_Two_At_Once_One_Is_First()
    {
        await using var practice = await PracticeInTeams.StartAsync(
            settings: new Dictionary<string, string?>(Nothing) { ["Practice:Administrators:0"] = Cast.Deputy.UserPrincipalName });
        await CardAsync(practice);
        Person[] both = [Cast.Manager, Cast.Deputy];

        var answers = await Task.WhenAll(both.Select(person => PressAsync(practice, person, Choices(person, Cast.Nurse))));

        Assert.Single(answers, answer => answer.Contains(SetUpCommand.Saved, StringComparison.Ordinal));
        Assert.Single(answers, answer => answer.Contains(SetUpCommand.WasFirst, StringComparison.Ordinal));
        Assert.Equal(1, (await SettingsAsync(practice)).Version);
    }

    [Fact]
    public async Task Whoever_Presses_Again_Because_No_Answer_Came_Has_Saved_Too_And_Nobody_Is_Told_Twice()
    {
        await using var practice = await PracticeInTeams.StartAsync(settings: Nothing);
        await CardAsync(practice);

        Assert.Contains(SetUpCommand.Saved, await PressAsync(practice, Cast.Manager, Choices(Cast.Nurse, Cast.Deputy)), StringComparison.Ordinal);
        Assert.Contains(SetUpCommand.Saved, await PressAsync(practice, Cast.Manager, Choices(Cast.Nurse, Cast.Deputy)), StringComparison.Ordinal);
        Assert.Contains(SetUpCommand.WasFirst, await PressAsync(practice, Cast.Manager, Choices(Cast.Deputy, Cast.Nurse)), StringComparison.Ordinal);

        await practice.QuietAsync();
        Assert.Equal((1, 1), (practice.Nurse.FromBot.Count, practice.Deputy.FromBot.Count));
        Assert.Equal(1, (await SettingsAsync(practice)).Version);
    }

    [Theory]
    [InlineData(nameof(FaultKind.HangUp))]
    [InlineData(nameof(FaultKind.ServiceUnavailable))]
    public async Task What_Was_Saved_Is_Said_To_Be_Though_The_Old_Card_Cannot_Be_Replaced(string fault)
    {
        await using var practice = await PracticeInTeams.StartAsync(settings: Nothing);
        var card = await CardAsync(practice);
        practice.Teams.Faults.Add(new Fault(ConnectorOperation.Update, Enum.Parse<FaultKind>(fault), Times: 10));

        await practice.Manager.PressAsync(card, "Save", Choices(Cast.Nurse, Cast.Deputy));

        Assert.Contains(SetUpCommand.Saved, Reads(practice, Cast.Manager), StringComparison.Ordinal);
        Assert.Equal(1, (await SettingsAsync(practice)).Version);
    }

    [Fact]
    public async Task What_Is_Wrong_Is_Said_And_What_Was_Typed_Stays()
    {
        await using var practice = await PracticeInTeams.StartAsync(settings: Nothing);
        var card = await CardAsync(practice);
        var choices = Choices(Cast.Nurse, Cast.Deputy);
        choices["prefix"] = "7";
        choices["closures"] = "Christmas Eve";

        await practice.Manager.PressAsync(card, "Save", choices);

        var words = Reads(practice, Cast.Manager);
        Assert.Contains("Please choose two to six letters", words, StringComparison.Ordinal);
        Assert.Contains("Christmas Eve is not a date", words, StringComparison.Ordinal);
        var inputs = CardReading.Objects(practice.Manager.Card(card)).Where(element => element.ContainsKey("id")).ToDictionary(element => (string)element["id"]!, element => (string?)element["value"]);
        Assert.Equal(("7", "Christmas Eve", "Harbour Surgery"), (inputs["prefix"], inputs["closures"], inputs["name"]));
        Assert.Equal(0, (await SettingsAsync(practice)).Version);
    }

    [Fact]
    public async Task References_That_Were_Given_Out_Keep_Their_Letters()
    {
        await using var practice = await PracticeInTeams.StartAsync(settings: Nothing);
        await practice.Manager.PressAsync(await CardAsync(practice), "Save", Choices(Cast.Nurse, Cast.Deputy));
        await practice.Receptionist.ReportAsync();
        await practice.Manager.SayAsync("setup");
        var choices = Choices(Cast.Nurse, Cast.Deputy);
        choices["prefix"] = "NEW";

        await practice.Manager.PressAsync(practice.Manager.Newest(), "Save", choices);

        Assert.Contains(SetUpCommand.PrefixInUse, practice.Manager.Reads(), StringComparison.Ordinal);
        Assert.Equal("HSG", (await SettingsAsync(practice)).ReferencePrefix);
    }

    [Fact]
    public async Task A_Manager_Who_Is_Replaced_Hears_Of_It_As_The_New_One_Does_And_Loses_Access_At_The_Next_Press()
    {
        await using var practice = await PracticeInTeams.StartAsync(settings: Nothing);
        await practice.Manager.PressAsync(await CardAsync(practice), "Save", Choices(Cast.Nurse, Cast.Deputy));
        await practice.Receptionist.ReportAsync();
        await practice.QuietAsync();
        await practice.Nurse.SayAsync("case HSG-2026-0001");
        Assert.Contains("HSG-2026-0001", practice.Nurse.Reads(), StringComparison.Ordinal);
        var before = practice.Nurse.FromBot.Count;

        await practice.Manager.SayAsync("setup");
        await practice.Manager.PressAsync(practice.Manager.Newest(), "Save", Choices(Cast.Manager, Cast.Deputy));

        await practice.Teams.UntilAsync(() => practice.Nurse.FromBot.Skip(before).Any(post => CardReading.Words(post, Cast.Nurse).Contains("Before  ", StringComparison.Ordinal)));
        await practice.Teams.UntilAsync(() => practice.Manager.FromBot.Any(post => CardReading.Words(post, Cast.Manager).Contains("The bot's settings were changed", StringComparison.Ordinal)));
        await practice.QuietAsync();
        await practice.Nurse.SayAsync("case HSG-2026-0001");
        Assert.Contains(CaseDesk.NoCase, practice.Nurse.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Summary_Goes_Where_And_When_It_Was_Chosen()
    {
        await using var practice = await PracticeInTeams.StartAsync(settings: Nothing);
        var choices = Choices(Cast.Nurse, Cast.Deputy);
        choices["channel"] = Practice.OnlineSafety.Id;
        choices["day"] = "Thursday";
        choices["time"] = "07:15";
        await practice.Manager.PressAsync(await CardAsync(practice), "Save", choices);
        var settings = await SettingsAsync(practice);
        Assert.Equal(("15 7 * * 4", Practice.OnlineSafety.Id), (settings.SummaryCron, settings.ChannelId));

        practice.Clock.Advance(new DateTimeOffset(2026, 3, 5, 7, 16, 0, TimeSpan.Zero) - practice.Clock.GetUtcNow()); // Thursday
        await practice.Teams.UntilAsync(
            () => practice.Teams.In(Practice.OnlineSafety).Any(post => (string?)post.Activity["summary"] == SummaryWords.Notification), TimeSpan.FromSeconds(60));
        Assert.DoesNotContain(practice.Channel, post => (string?)post.Activity["summary"] == SummaryWords.Notification);
    }

    [Fact]
    public async Task A_Partner_Who_Was_Chosen_Decides_What_Nobody_Else_May()
    {
        await using var practice = await PracticeInTeams.StartAsync(settings: Nothing);
        var choices = Choices(Cast.Nurse, Cast.Deputy);
        choices["partners"] = Cast.Manager.ObjectId.ToString();
        await practice.Manager.PressAsync(await CardAsync(practice), "Save", choices);
        await practice.Receptionist.ReportAsync();
        await practice.QuietAsync();
        var form = ReportWalk.Form();
        form["concernsManager"] = "true";
        await practice.Deputy.ReportAsync(form);

        Assert.Contains("A GP partner will look at it and decide by", practice.Deputy.Reads(), StringComparison.Ordinal);
        await practice.Teams.UntilAsync(() => Has(practice.Manager, "HSG-2026-0002") && Has(practice.Nurse, "HSG-2026-0001"), TimeSpan.FromSeconds(60));
        Assert.False(Has(practice.Manager, "HSG-2026-0001"));
        Assert.False(Has(practice.Nurse, "HSG-2026-0002"));
        await practice.Nurse.SayAsync("case HSG-2026-0002");
        Assert.Contains(CaseDesk.NoCase, practice.Nurse.Reads(), StringComparison.Ordinal);
    }

    private static bool Has(PersonClient person, string reference) =>
        person.FromBot.Any(post => CardReading.Words(post, person.Person).Contains(reference, StringComparison.Ordinal));

    [Fact]
    public async Task Taken_Out_It_Says_What_Is_Kept_And_Sends_Nothing_There_And_Added_Again_It_Carries_On()
    {
        await using var practice = await PracticeInTeams.StartAsync(settings: Nothing);
        await practice.Manager.PressAsync(await CardAsync(practice), "Save", Choices(Cast.Nurse, Cast.Deputy));
        await practice.Receptionist.ReportAsync();
        await practice.Nurse.SayAsync("help"); // has it of their own: else Teams would let nobody be written to any more
        var inChannel = practice.Channel.Count;

        await practice.Teams.Installer.UninstallFromTeamAsync(Cast.Manager);

        var said = TakenOutAnnouncer.Sentence("Harbour Surgery", new RetentionOptions());
        await practice.Teams.UntilAsync(() => practice.Nurse.FromBot.Any(post => CardReading.Words(post, Cast.Nurse) == said));
        await practice.Receptionist.SayAsync("my reports");
        Assert.Equal(Greetings.NotSetUp, practice.Receptionist.Reads());
        practice.Clock.Advance(TimeSpan.FromDays(7)); // over a Monday
        await practice.Get<SummarySchedule>().ReconcileAsync(default);
        Assert.Equal(inChannel, practice.Channel.Count);

        await practice.Teams.InstallInTeamAsync();
        await practice.Teams.UntilAsync(() => practice.Channel.Count > inChannel);
        Assert.Equal(inChannel + 1, practice.Channel.Count);
        Assert.Contains("The bot is set up for this practice", CardReading.Words(practice.Channel[^1], Cast.Nurse), StringComparison.Ordinal);
        await practice.Receptionist.SayAsync("my reports");
        Assert.Contains("HSG-2026-0001", practice.Receptionist.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_Adds_It_Again_Does_Not_Become_Its_Administrator()
    {
        await using var practice = await PracticeInTeams.StartAsync(settings: Nothing);
        await CardAsync(practice);
        await practice.Teams.Installer.UninstallFromTeamAsync(Cast.Manager);
        await practice.Teams.Installer.InstallInTeamAsync(Cast.Nurse, Practice.General);

        Assert.Contains(SetUpCommand.NotYours, await PressAsync(practice, Cast.Nurse, Choices(Cast.Nurse, Cast.Nurse)), StringComparison.Ordinal);
    }

    private static JsonObject Choices(Person manager, Person deputy) => new()
    {
        ["name"] = "Harbour Surgery",
        ["prefix"] = "HSG",
        ["managers"] = manager.ObjectId.ToString(),
        ["deputies"] = deputy.ObjectId.ToString(),
        ["partners"] = "",
        ["channel"] = "",
        ["day"] = "Monday",
        ["time"] = "09:00",
        ["opens"] = "08:00",
        ["closes"] = "18:30",
        ["closures"] = "",
    };

    private static Task<Post> CardAsync(PracticeInTeams practice) =>
        practice.Teams.UntilAsync(() => practice.Channel.LastOrDefault(post => post.CardFor(Cast.Manager) is not null));

    /// <summary>What this person reads on the newest card in the channel.</summary>
    private static string Reads(PracticeInTeams practice, Person person) => CardReading.Words(practice.Channel[^1], person);

    private static Task<PracticeSettings> SettingsAsync(PracticeInTeams practice) =>
        practice.Get<Practices>().GetAsync(CaseBuilder.Practice, default);

    /// <summary>A press of Save on the first version of the card, whatever that person sees.</summary>
    private static async Task<string> PressAsync(PracticeInTeams practice, Person person, JsonObject choices)
    {
        using var caller = new RawCaller(practice);
        await practice.Teams.As(person).SayAsync("help");
        choices["practice"] = CaseBuilder.Practice.Value;
        choices["version"] = "0";
        return (await caller.PostAsync(caller.Press(person, SetUpVerbs.Save, choices))).Body;
    }
}
