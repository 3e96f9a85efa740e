using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.WeeklySummary;

/// <summary>Two practices, one bot: on Wednesday the one had one report, the other two. On Monday each channel hears of its own.</summary>
public sealed class TwoSummariesTests(TwoPractices practices) : IClassFixture<TwoPractices>
{
    [Fact]
    public async Task Each_Practice_Gets_Its_Own_Summary_In_Its_Own_Channel()
    {
        await practices.Practice.Nurse.ReportAsync();
        practices.Practice.Clock.Advance(TimeSpan.FromDays(5)); // Monday, after nine

        await practices.Practice.Teams.UntilAsync(() => Ours().Any() && Theirs().Any());
        Assert.Contains("2 Mar: 1", Assert.Single(Ours()), StringComparison.Ordinal);
        Assert.Contains("2 Mar: 2", Assert.Single(Theirs()), StringComparison.Ordinal);
    }

    private IEnumerable<string> Ours() =>
        practices.Practice.Channel.Select(post => CardReading.Words(post, Cast.Manager)).Where(IsSummary);

    private IEnumerable<string> Theirs() => practices.Harbour.Posts.Select(post => post.Message).Where(IsSummary);

    private static bool IsSummary(string words) => words.Contains("the week in numbers", StringComparison.Ordinal);
}
