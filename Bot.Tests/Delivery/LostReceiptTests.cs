using Microsoft.EntityFrameworkCore;
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
    [Fact]
    public async Task Who_Starts_Again_Because_The_Receipt_Did_Not_Come_Does_Not_Take_The_Evidence_From_The_Case()
    {
        await using var practice = await PracticeInTeams.StartAsync();
        var reporter = practice.Receptionist;
        await reporter.FillFormAsync();
        await reporter.SayAsync("", reporter.Paste(SamplePictures.Png(1)));
        await PressAsync(reporter, "Done");
        await PressAsync(reporter, "Skip");
        practice.Teams.Faults.Rhythm = new(FaultKind.ServiceUnavailable, chat => chat == Cast.Receptionist.ChatId ? 1 : null);
        await PressAsync(reporter, "Send");
        practice.Teams.Faults.Rhythm = null;

        await reporter.SayAsync("report");
        await PressAsync(reporter, "Start again");

        await using var db = await practice.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        var kept = await db.Evidence.SingleAsync();
        Assert.Equal((await db.Cases.SingleAsync()).Id, kept.Draft);
        Assert.Equal(SealCheck.Intact, await practice.Get<EvidenceVault>().CheckAsync(kept.Practice, kept.Id, default));
    }

    private static Task PressAsync(PersonClient person, string button) => person.PressAsync(
        person.FromBot.Last(post => CardReading.Objects(post.CardFor(person.Person)).Any(element => (string?)element["title"] == button)), button);
}
