using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.ReportDriver;

namespace Rowcroft.TeamsBot.Tests.Reporting;

/// <summary>What a phone that lies on the table shows, and what a log keeps.</summary>
public sealed class LockedScreenTests
{
    [Fact]
    public async Task Every_Message_Is_Neutral_On_A_Locked_Screen_And_No_Log_Has_Words_Of_People()
    {
        await using var ann = await CreateAsync();
        await ann.SayAsync("report");
        await ann.PressAsync(ReportVerbs.Danger);
        await ann.PressAsync(ReportVerbs.Form, FilledForm.With("whatHappened", "sentinel-words"));
        await ann.SendAsync(EvidenceRig.Attached(ann.Server.Serve("/x", SamplePictures.Png()), "sentinel-name.png"));
        await ann.SayAsync("sentinel-typed");
        await ann.SayAsync("done");
        await ann.SayAsync("skip");
        await ann.PressAsync(ReportVerbs.Send);
        await ann.SayAsync("my reports");

        Assert.All(ann.Chat.Said.Concat(ann.Chat.Replaced), message =>
        {
            Assert.False(string.IsNullOrWhiteSpace(message.Summary));
            Assert.Equal(message.Summary, message.Speak);
            Assert.DoesNotContain("sentinel", message.Summary + message.Text);
            Assert.DoesNotContain("Ann", message.Summary);
            Assert.DoesNotContain("RMC", message.Summary);
        });
        Assert.DoesNotContain(ann.Logs.Lines, line => line.Contains("sentinel", StringComparison.Ordinal) || line.Contains("Receptionist", StringComparison.Ordinal));
    }
}
