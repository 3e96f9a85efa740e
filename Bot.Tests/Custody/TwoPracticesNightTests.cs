using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Custody;

/// <summary>Each practice keeps its own cases for as long as they are to be kept, whatever another has or had.</summary>
public sealed class TwoPracticesNightTests
{
    private const string HarbourTeam = "19:harbour@thread.tacv2";
    private static readonly PracticeId Harbour = Practices.OwnIdOf(HarbourTeam);
    private static readonly DateTimeOffset TimeIsOver = new(2036, 3, 5, 3, 0, 0, TimeSpan.Zero);

    [SkippableTheory, BothDatabases]
    public async Task What_Is_Over_Goes_In_Its_Own_Practice_And_Its_Certificate_Stays_There(string provider)
    {
        await using var rig = await StartAsync(provider);
        var theirs = await rig.DecideAsync(await rig.OpenAsync(screenshots: 2, practice: Harbour));
        rig.Time.Advance(TimeSpan.FromDays(5 * 365));
        var ours = await rig.DecideAsync(await rig.OpenAsync());
        Assert.Equal(("HSG-2026-0001", "RMC"), (theirs.Reference.ToString(), ours.Reference.Prefix));

        await rig.NightAsync(TimeIsOver);

        Assert.Null(await rig.FindAsync(theirs));
        Assert.NotNull(await rig.FindAsync(ours));
        Assert.Single(rig.Files);
        Assert.NotNull(await rig.Get<Certificates>().FindAsync(Harbour, theirs.Reference, default));
        Assert.Null(await rig.Get<Certificates>().FindAsync(CaseBuilder.Practice, theirs.Reference, default));
        var (mine, other) = (await rig.CheckAsync(), await rig.CheckAsync(Harbour));
        Assert.Equal(((1, 0), (0, 1)), ((mine.Cases, mine.Certificates), (other.Cases, other.Certificates)));
        Assert.Empty(mine.Findings.Concat(other.Findings));
    }

    [SkippableTheory, BothDatabases]
    public async Task A_Hold_In_One_Practice_Keeps_Nothing_In_Another(string provider)
    {
        await using var rig = await StartAsync(provider);
        var theirs = await rig.DecideAsync(await rig.OpenAsync(practice: Harbour));
        var ours = await rig.DecideAsync(await rig.OpenAsync());
        await rig.ApplyAsync(theirs, @case => @case.PlaceHold("A solicitor asked", CaseBuilder.Mona, rig.Time.GetUtcNow()));

        await rig.NightAsync(TimeIsOver);

        Assert.Null(await rig.FindAsync(ours));
        Assert.NotNull(await rig.FindAsync(theirs));
        Assert.Empty((await rig.CheckAsync(Harbour)).Findings);
    }

    private static async Task<CustodyRig> StartAsync(string provider)
    {
        var rig = await CustodyRig.StartAsync(provider);
        Assert.NotNull(await rig.Get<Installations>().RecordAsync(DeliveryDriver.Installed(HarbourTeam), default));
        await rig.ChangeAsync($"""UPDATE "Practices" SET "ReferencePrefix" = 'HSG' WHERE "Practice" = '{Harbour.Value}'""");
        rig.Get<Practices>().Forget();
        return rig;
    }
}
