using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.TeamsBot.Tests.Security;

public sealed class PrivacyTests(TellTaleJourney journey) : IClassFixture<TellTaleJourney>
{
    /// <summary>What may stand in no log and on no lock screen: written words, people's names and accounts, addresses of pictures.</summary>
    private IReadOnlyList<string> Secrets =>
    [
        TellTaleJourney.Sentinel,
        "facebook.example",
        "They called me names",
        "angry.patient",
        "v3/attachments",
        "download.aspx",
        "tempauth",
        .. Cast.Everyone.SelectMany(person => new[] { person.Name, person.Surname, person.UserPrincipalName }),
    ];

    [Fact]
    public void Logs_Never_Hold_What_People_Wrote()
    {
        Assert.Contains(journey.Logs.Lines, line => line.Contains(" 1001 ", StringComparison.Ordinal)); // a turn failed
        Assert.Contains(journey.Logs.Lines, line => line.Contains(" 2503 ", StringComparison.Ordinal)); // a picture was refused
        var telling = journey.Logs.Lines.SelectMany(line => Secrets.Where(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase))
            .Select(secret => $"{secret}: {line}"));
        Assert.Empty(telling);
    }

    [Fact]
    public void Neither_Do_Traces_Figures_And_Logs_That_Leave_The_Process()
    {
        Assert.Contains(journey.Collector.Spans, span => span.Is("rowcroft.outcome") == "failed");
        Assert.Contains(journey.Collector.Spans, span => span.Is("http.route") == "/api/messages");
        Assert.Contains(journey.Collector.Spans, span => span.Is("http.request.method") == "PUT"); // a card was redrawn in Teams
        Assert.Contains(journey.Collector.Logs, line => line.StartsWith("A {ActivityType} turn failed", StringComparison.Ordinal));
        Assert.Empty(Measured.Except(journey.Collector.Metrics));
        // Teams is played in this process, and its own routes are among the traces: they are no addresses of the journey.
        string[] routes = ["v3/attachments", "download.aspx"];
        var telling = journey.Collector.Texts.SelectMany(text => Secrets.Except(routes).Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase))
            .Select(secret => $"{secret}: {text}"));
        Assert.Empty(telling);
    }

    /// <summary>What the queries in <c>infra/queries</c> ask for.</summary>
    private static readonly string[] Measured =
    [
        "rowcroft.turns", "rowcroft.turn.duration", "rowcroft.decision.working_time", "rowcroft.outbox.age", "rowcroft.outbox.dead",
        "rowcroft.outbox.waiting", "rowcroft.outbox.handled", "rowcroft.seals.checked", "rowcroft.seals.failed", "rowcroft.summary.posted",
    ];

    [Fact]
    public void Every_Message_Is_Safe_On_A_Lock_Screen()
    {
        Assert.True(journey.Sent.Count > 40, $"Only {journey.Sent.Count} messages were looked at.");
        foreach (var activity in journey.Sent.Select(post => post.Activity))
        {
            var (summary, speak, text) = ((string?)activity["summary"], (string?)activity["speak"], (string?)activity["text"]);
            Assert.False(string.IsNullOrWhiteSpace(summary) || string.IsNullOrWhiteSpace(speak), activity.ToJsonString());
            Assert.NotEqual(LockScreen.WithoutWords, LockScreen.Line(activity));
            Assert.InRange(summary!.Length, 5, 100);
            Assert.DoesNotContain(Secrets, secret => $"{summary} {speak} {text}".Contains(secret, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(Cast.Everyone, person => $"{summary} {speak} {text}".Contains(person.GivenName, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_Story_Was_Told_To_The_End()
    {
        var said = string.Join('\n', journey.Sent.Select(post => post.Json.GetRawText()));
        Assert.All(
            ["zzqtext", "zzqlink", "zzqposter", "zzqfile.png", "zzqbad.png", "zzqquestion", "zzqanswer", "zzqreason", "zzqword"],
            word => Assert.Contains(word, said, StringComparison.Ordinal));
    }
}
