using Rowcroft.TeamsBot.Custody;

namespace Rowcroft.TeamsBot.Tests.Custody;

/// <summary>How fast the nightly check reads, and when.</summary>
public sealed class CustodyPaceTests
{
    [Fact]
    public async Task It_Reads_No_Faster_Than_It_May()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var pace = CheckPace.Unhurried(new CustodyOptions { MegabytesPerSecond = 1 }, _ => Task.CompletedTask, time);
        await pace.StepAsync(50_000, default);

        var step = pace.StepAsync(950_000, default);
        time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(step.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await step.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("Cron", "every night")]
    [InlineData("MegabytesPerSecond", "0")]
    public void A_Wrong_Setting_Is_Named(string name, string value)
    {
        var options = name == "Cron" ? new CustodyOptions { Cron = value } : new CustodyOptions { MegabytesPerSecond = 0 };

        Assert.StartsWith($"Custody:{name} must be", new CustodyOptions.Validator().Validate(null, options).FailureMessage, StringComparison.Ordinal);
    }
}
