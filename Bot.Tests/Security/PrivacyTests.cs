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
