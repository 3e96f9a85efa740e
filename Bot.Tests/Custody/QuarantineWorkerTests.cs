using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Tests.Custody;

public sealed class QuarantineWorkerTests
{
    [Fact]
    public async Task Within_A_Minute_What_Waits_Is_Looked_At_And_A_Minute_That_Failed_Is_Not_The_Last()
    {
        await using var rig = await CustodyRig.StartAsync();
        await rig.OpenAsync();
        var worker = rig.Get<QuarantineWorker>();
        await worker.StartAsync(CancellationToken.None);
        rig.Breaking.At(0);

        // A tick can be missed while one is being worked off.
        await UntilAsync(() =>
        {
            rig.Time.Advance(TimeSpan.FromMinutes(1));
            return Task.FromResult(rig.Breaking.Broke);
        });
        rig.Breaking.At(-1);
        await rig.ChangeAsync("UPDATE \"Evidence\" SET \"State\" = 'Quarantined'");
        await UntilAsync(async () =>
        {
            rig.Time.Advance(TimeSpan.FromMinutes(1));
            await using var db = await rig.ContextAsync();
            return await db.Evidence.AllAsync(row => row.State == EvidenceState.Kept);
        });
        await worker.StopAsync(CancellationToken.None);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await isSo())
        {
            await Task.Delay(20, end.Token);
        }
    }
}
