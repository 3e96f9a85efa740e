using System.Diagnostics;
using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;
using Rowcroft.TeamsBot.Viewing;

namespace Rowcroft.TeamsBot.Tests.Viewing;

/// <summary>What is true at this moment decides, not what was true when somebody signed in.</summary>
public sealed class LeavingTests : IAsyncLifetime
{
    private PracticeInTeams _practice = null!;

    public async Task InitializeAsync()
    {
        _practice = await PracticeInTeams.StartAsync();
        await _practice.Receptionist.ReportAsync(null, _practice.Receptionist.Attach("post.png", SamplePictures.Png(1)));
    }

    public Task DisposeAsync() => _practice.DisposeAsync().AsTask();

    [Fact]
    public async Task Whoever_Leaves_The_Team_Sees_Nothing_From_The_Next_Request_On()
    {
        using var manager = await new WebVisitor(_practice.BotAddress).SignInAsync(Cast.Manager);
        using var reporter = await new WebVisitor(_practice.BotAddress).SignInAsync(Cast.Receptionist);
        Assert.Equal(200, (await manager.GetAsync(EvidencePractice.Page)).Status);
        Assert.Equal(200, (await reporter.GetAsync(EvidencePractice.Page)).Status);

        await _practice.Teams.Installer.LeaveTeamAsync(Cast.Manager, Cast.Deputy);
        await _practice.Teams.Installer.LeaveTeamAsync(Cast.Receptionist, Cast.Deputy);

        Assert.Equal(404, (await manager.GetAsync(EvidencePractice.Page)).Status);
        Assert.Equal(404, (await reporter.GetAsync(EvidencePractice.Page)).Status);
    }

    [Fact]
    public async Task Whoever_Leaves_The_Team_Can_Press_Nothing_From_The_Next_Press_On()
    {
        var card = await _practice.Teams.UntilAsync(() => _practice.Manager.FromBot.LastOrDefault(post => CardReading.Words(post, Cast.Manager).Contains("Case RMC-2026-0001", StringComparison.Ordinal)));
        await _practice.Teams.Installer.LeaveTeamAsync(Cast.Manager, Cast.Deputy);

        var pressed = await _practice.Manager.PressAsync(card, "Send the question", new JsonObject { ["question"] = "Who was it?" });
        Assert.Equal(Greetings.NotOneOfUs, pressed.Notices[Cast.Manager.Key].Text);
        var deputys = await _practice.Teams.UntilAsync(() => _practice.Deputy.FromBot.LastOrDefault(post => CardReading.Words(post, Cast.Deputy).Contains("Case RMC-2026-0001", StringComparison.Ordinal)));
        pressed = await _practice.Deputy.PressAsync(deputys, "Send the question", new JsonObject { ["question"] = "Is it still up?" });
        Assert.Contains("Is it still up?", CardReading.Words(pressed, Cast.Deputy), StringComparison.Ordinal);
        Assert.DoesNotContain("Who was it?", CardReading.Words(pressed, Cast.Deputy), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Sign_In_Ends_After_Half_A_Working_Day_However_Much_The_Page_Was_Used()
    {
        using var manager = await new WebVisitor(_practice.BotAddress).SignInAsync(Cast.Manager);
        for (var hour = 0; hour < SignIn.Duration.TotalHours; hour++)
        {
            Assert.Equal(200, (await manager.GetAsync(EvidencePractice.Page)).Status);
            _practice.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(302, (await manager.GetAsync(EvidencePractice.Page)).Status);
    }

    [Fact]
    public async Task Signing_Out_Ends_It_At_Once()
    {
        using var manager = await new WebVisitor(_practice.BotAddress).SignInAsync(Cast.Manager);
        await manager.GetAsync(EvidencePractice.Page);
        var answer = await manager.PostAsync("/sign-out");
        Assert.Contains("You are signed out", answer.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await manager.GetAsync(EvidencePractice.Page)).Status);
    }

    [Fact]
    public async Task Those_Who_Decide_No_Longer_See_What_The_Reporter_Took_Back()
    {
        await _practice.Receptionist.SayAsync("my reports");
        await _practice.Receptionist.PressAsync(_practice.Receptionist.Newest(), "Yes, withdraw RMC-2026-0001");
        using var manager = await new WebVisitor(_practice.BotAddress).SignInAsync(Cast.Manager);
        var page = await manager.GetAsync(EvidencePractice.Page);
        Assert.Contains("The reporter took this report back", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/picture", page.Text, StringComparison.Ordinal);
        using var reporter = await new WebVisitor(_practice.BotAddress).SignInAsync(Cast.Receptionist);
        Assert.Contains("/picture", (await reporter.GetAsync(EvidencePractice.Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Refusal_Takes_Its_Time_Whether_There_Is_A_Case_Or_Not()
    {
        using var nurse = await new WebVisitor(_practice.BotAddress).SignInAsync(Cast.Nurse);
        foreach (var page in (string[])[EvidencePractice.Page, "/cases/RMC-2026-0099/evidence", "/cases/x/evidence", "/cases/x"])
        {
            var watch = Stopwatch.StartNew();
            Assert.Equal(404, (await nurse.GetAsync(page)).Status);
            Assert.True(watch.Elapsed >= EvenRefusals.Always - TimeSpan.FromMilliseconds(5), $"{page}: {watch.ElapsedMilliseconds} ms");
        }
    }
}
