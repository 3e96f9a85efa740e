using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Custody;

/// <summary>A copy with parts covered, and the event that says that it was made.</summary>
public sealed class RedactedCopyTests
{
    [SkippableTheory, BothDatabases]
    public async Task Wherever_The_Process_Dies_The_Case_Has_The_Copy_With_Its_Event_Or_Neither(string provider)
    {
        await using var rig = await CustodyRig.StartAsync(provider);
        var @case = await rig.OpenAsync();
        var ended = false;
        for (var step = 0; !ended; step++)
        {
            Assert.InRange(step, 0, 100);
            rig.Breaking.At(step);
            await Record.ExceptionAsync(() => RedactAsync(rig, @case, SamplePictures.Png(Random.Shared.Next())));
            ended = !rig.Breaking.Broke;
            rig.Breaking.At(-1);

            Assert.Equal(await EventsAsync(rig, @case), await CopiesAsync(rig, @case));
            Assert.Empty((await rig.CheckAsync()).Findings);
        }

        Assert.NotEmpty(await CopiesAsync(rig, @case));
        var sweep = rig.Get<EvidenceSweep>();
        await sweep.RunAsync(default);
        rig.Time.Advance(TimeSpan.FromDays(31));
        await sweep.RunAsync(default);
        rig.Time.Advance(EvidenceSweep.SetAsideFor + TimeSpan.FromHours(1));
        await sweep.RunAsync(default);
        Assert.Equal(1 + (await CopiesAsync(rig, @case)).Count, rig.Files.Count());
        Assert.Empty((await rig.CheckAsync()).Findings);
    }

    [SkippableTheory, BothDatabases]
    public async Task The_Very_Same_Copy_Is_Not_Made_Twice(string provider)
    {
        await using var rig = await CustodyRig.StartAsync(provider);
        var @case = await rig.OpenAsync();
        var picture = SamplePictures.Png(7);

        Assert.True(await RedactAsync(rig, @case, picture));
        Assert.False(await RedactAsync(rig, @case, picture));

        Assert.Single(await CopiesAsync(rig, @case));
        Assert.Single(await EventsAsync(rig, @case));
    }

    private static async Task<bool> RedactAsync(CustodyRig rig, Case @case, byte[] picture)
    {
        var original = @case.Evidence[0];
        var copy = await rig.Get<EvidenceVault>().SealCopyAsync(
            @case.Practice, original.Id, new MemoryStream(picture), "redacted.png", "image/png", CaseBuilder.Mona.Id, default);
        return await rig.Get<CaseRecorder>().AdoptCopyAsync(
            @case, new EvidenceRedacted(CaseBuilder.Mona.Id, rig.Time.GetUtcNow(), original.Id, original.Sha256, copy), default);
    }

    private static async Task<IReadOnlyList<EvidenceId>> CopiesAsync(CustodyRig rig, Case @case) =>
        [.. (await rig.Get<EvidenceRecords>().ListForCaseAsync(@case.Practice, @case.Id, default)).Where(record => record.RedactionOf is not null).Select(record => record.Id)];

    private static async Task<IReadOnlyList<EvidenceId>> EventsAsync(CustodyRig rig, Case @case) =>
        [.. (await rig.Get<CaseStore>().ListEventsAsync(@case.Id, default)).OfType<EvidenceRedacted>().Select(redacted => redacted.Copy.Id)];
}
