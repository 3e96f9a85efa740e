using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Reporting;

/// <summary>A report that was begun and left.</summary>
public sealed class LeftReportTests
{
    [Fact]
    public async Task After_A_Month_What_Was_Typed_Is_Gone_And_Its_Old_Card_Says_What_To_Do()
    {
        await using var practice = await PracticeInTeams.StartAsync();
        await practice.Nurse.FillFormAsync();
        var card = practice.Nurse.Newest();
        Assert.Contains("They called me names", await TypedAsync(practice), StringComparison.Ordinal);

        practice.Clock.Advance(TimeSpan.FromHours(2));
        await UntilAsync(practice, typed => typed.Contains("QuietSince", StringComparison.Ordinal));
        practice.Clock.Advance(TimeSpan.FromDays(33));
        await UntilAsync(practice, typed => typed.Length == 0);

        await practice.Nurse.PressAsync(card, "I have none");
        Assert.Contains(ReportSentences.NotKept, practice.Nurse.Reads(), StringComparison.Ordinal);
        await practice.Nurse.ReportAsync();
        Assert.Contains("RMC-2026-0001", practice.Nurse.Reads(), StringComparison.Ordinal);
    }

    /// <summary>Moves the clock on while it waits: a leap that comes while a sweep is still at work wakes nobody.</summary>
    private static Task UntilAsync(PracticeInTeams practice, Func<string, bool> isSo) => practice.Teams.UntilAsync(
        () =>
        {
            if (isSo(TypedAsync(practice).GetAwaiter().GetResult()))
            {
                return true;
            }

            practice.Clock.Advance(TimeSpan.FromMinutes(10));
            return false;
        },
        TimeSpan.FromSeconds(60));

    /// <summary>All that is kept of conversations, with a mark where the sweep has met it.</summary>
    private static async Task<string> TypedAsync(PracticeInTeams practice)
    {
        await using var db = await practice.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        var rows = await db.BotStates.AsNoTracking().ToListAsync();
        return string.Concat(rows.Select(row => row.Json + (row.QuietSince is null ? "" : nameof(row.QuietSince))));
    }
}
