using System.Net;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Custody;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Decisions;

/// <summary>The card has been drawn while the reporter was still being told; then it turns out that the bot never will.</summary>
public sealed class ReporterNotReachedTests
{
    private static readonly string AnnsChat = DeliveryDriver.ChatOf(CaseBuilder.Ann);
    private static readonly string MonasChat = DeliveryDriver.ChatOf(CaseBuilder.Mona);

    [SkippableTheory, BothDatabases]
    public async Task Who_Has_Left_Must_Be_Told_In_Person_And_The_Card_Says_So_Of_Its_Own(string provider)
    {
        await using var rig = await BeingToldAsync(provider);
        var ann = rig.Roster.Find(CaseBuilder.Ann);
        rig.Roster.People.Remove(ann);
        await LaterAsync(rig);

        Assert.Contains("I could not reach the reporter", MonasCard(rig));
        Assert.Single(await rig.OwedAsync(CaseAnnouncer.Case), row => row.DedupeKey.StartsWith("case-told:", StringComparison.Ordinal) && row.ExpandedFrom is null);

        rig.Teams.Answer = _ => null;
        rig.Roster.People.Add(ann);
        await rig.Get<TeamsBot.Delivery.Contacts>().SeenAsync(CaseBuilder.Practice, ann, DeliveryDriver.Writes(CaseBuilder.Ann), default);
        await LaterAsync(rig);
        Assert.Contains("Reporter told at", MonasCard(rig));
    }

    [SkippableTheory, BothDatabases]
    public async Task When_The_Message_Is_Given_Up_The_Card_Says_So_Of_Its_Own(string provider)
    {
        await using var rig = await BeingToldAsync(provider);
        rig.Teams.Answer = call => call.Conversation == AnnsChat ? FakeTeams.Status(HttpStatusCode.BadRequest) : null;
        await LaterAsync(rig);

        Assert.Equal(OutboxState.Dead, Assert.Single(await rig.OwedAsync(CaseAnnouncer.Outcome)).State);
        Assert.Contains("I could not reach the reporter", MonasCard(rig));
    }

    /// <summary>Decided, and Teams does not take the news for the reporter just now.</summary>
    private static async Task<CustodyRig> BeingToldAsync(string provider)
    {
        var rig = await CustodyRig.StartAsync(provider);
        var @case = await rig.OpenAsync(screenshots: 0);
        await rig.DeliverAsync();
        rig.Teams.Answer = call => call.Conversation == AnnsChat ? FakeTeams.Status(HttpStatusCode.InternalServerError) : null;
        await rig.DecideAsync(@case);
        await rig.DeliverAsync();
        Assert.Contains("The reporter is being told", MonasCard(rig));
        return rig;
    }

    private static async Task LaterAsync(CustodyRig rig)
    {
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.DeliverAsync();
    }

    private static string MonasCard(CustodyRig rig) =>
        ReportDriver.Read(rig.Teams.Messages.Last(message => message.Conversation == MonasChat).Activity);
}
