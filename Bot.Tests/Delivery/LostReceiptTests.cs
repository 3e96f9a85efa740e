using Microsoft.EntityFrameworkCore;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.Clients;
using Rowcroft.LocalTeams.Faults;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Delivery;

public sealed class LostReceiptTests
{
    [Theory]
    [InlineData("report", null)]
    [InlineData("report", "Start again")]
    [InlineData("report", "Throw away")]
    [InlineData("cancel", "Yes, cancel it")]
    [InlineData("change", null)]
    [InlineData("carry on", null)]
    [InlineData("is anybody there", null)]
    public async Task Whatever_Is_Said_After_A_Receipt_That_Did_Not_Come_Brings_It_And_The_Case_Stays_As_It_Was_Sent(string word, string? button)
    {
        await using var practice = await PracticeInTeams.StartAsync();
        var reporter = practice.Receptionist;
        await LoseReceiptAsync(practice);
        var before = reporter.FromBot.Count;

        await reporter.SayAsync(word);
        if (button is not null && FindButton(reporter, button) is not null)
        {
            await PressAsync(reporter, button);
        }

        await using var db = await practice.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        var @case = await db.Cases.SingleAsync();
        var kept = await db.Evidence.SingleAsync();
        Assert.Equal(@case.Id, kept.Draft);
        Assert.Equal(SealCheck.Intact, await practice.Get<EvidenceVault>().CheckAsync(kept.Practice, kept.Id, default));
        var receipt = Assert.Single(reporter.FromBot.Skip(before));
        Assert.Contains("RMC-", CardReading.Words(receipt, reporter.Person), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Picture_After_A_Receipt_That_Did_Not_Come_Is_Not_Hung_On_A_Report_That_Is_Over()
    {
        await using var practice = await PracticeInTeams.StartAsync();
        var reporter = practice.Receptionist;
        await LoseReceiptAsync(practice);
        var before = reporter.FromBot.Count;

        await reporter.SayAsync("", reporter.Paste(SamplePictures.Png(2)));

        await using var db = await practice.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        Assert.Single(await db.Evidence.ToListAsync());
        Assert.Collection(
            reporter.FromBot.Skip(before).Select(post => CardReading.Words(post, reporter.Person)),
            receipt => Assert.Contains("RMC-", receipt, StringComparison.Ordinal),
            answer => Assert.StartsWith("I have not kept that picture", answer, StringComparison.Ordinal));
    }

    /// <summary>A report with a screenshot is sent and stored; Teams takes nothing for its reporter meanwhile.</summary>
    private static async Task LoseReceiptAsync(PracticeInTeams practice)
    {
        var reporter = practice.Receptionist;
        await reporter.FillFormAsync();
        await reporter.SayAsync("", reporter.Paste(SamplePictures.Png(1)));
        await PressAsync(reporter, "Done");
        await PressAsync(reporter, "Skip");
        practice.Teams.Faults.Rhythm = new(FaultKind.ServiceUnavailable, chat => chat == Cast.Receptionist.ChatId ? 1 : null);
        await PressAsync(reporter, "Send");
        practice.Teams.Faults.Rhythm = null;
    }

    private static Post? FindButton(PersonClient person, string button) => person.FromBot.LastOrDefault(
        post => post.CardFor(person.Person) is { } card && CardReading.Objects(card).Any(element => (string?)element["title"] == button));

    private static Task PressAsync(PersonClient person, string button) => person.PressAsync(FindButton(person, button)!, button);
}
