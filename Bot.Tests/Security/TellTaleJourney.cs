using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Rowcroft.LocalTeams;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.Clients;
using Rowcroft.LocalTeams.Connector;
using Rowcroft.LocalTeams.Faults;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Hosting.Telemetry;
using Rowcroft.TeamsBot.Tests.Support;
using Rowcroft.TeamsBot.WeeklySummary;

namespace Rowcroft.TeamsBot.Tests.Security;

/// <summary>
/// A whole story in which everything that somebody writes carries a word that occurs nowhere else, with whatever can go wrong on the way.
/// Our own code logs all it can, libraries what they log by default.
/// </summary>
public sealed partial class TellTaleJourney : IAsyncLifetime
{
    /// <summary>Begins every word that somebody wrote.</summary>
    public const string Sentinel = "zzq";

    private readonly List<Post> _sent = [];
    private PracticeInTeams _practice = null!;

    internal CapturedLogs Logs { get; } = new();

    /// <summary>Where the bot's traces, figures and logs went.</summary>
    internal OtlpCollector Collector { get; private set; } = null!;

    internal LocalTeamsServer Teams => _practice.Teams;

    /// <summary>Every version of every message that was there after a step of the story.</summary>
    internal IReadOnlyList<Post> Sent => _sent;

    public async Task InitializeAsync()
    {
        Collector = await OtlpCollector.StartAsync();
        _practice = await PracticeInTeams.StartAsync(
            builder => builder.Logging.AddProvider(Logs).AddFilter("Rowcroft", LogLevel.Trace),
            new Dictionary<string, string?> { ["Telemetry:OtlpEndpoint"] = Collector.Address });
        await _practice.Receptionist.SayAsync("zzqhello");
        await SomethingGoesWrongAsync();
        await ReportAsync();
        await AskAndAnswerAsync();
        await StrangersKnockAsync();
        await DecideAsync();
        await EverybodyLooksAsync();
        await WithdrawAsync();
        _practice.Clock.Advance(TimeSpan.FromDays(7));
        await UntilAsync(() => _practice.Channel.Any(post => (string?)post.Activity["summary"] == SummaryWords.Notification));
        await UntilAsync(() => Logs.Lines.Any(line => FilesOfANight().IsMatch(line)));
        await _practice.RestartBotAsync();
        await _practice.Receptionist.SayAsync("my reports");
        Look();
        _practice.Flush();
    }

    public async Task DisposeAsync()
    {
        await _practice.DisposeAsync();
        await Collector.DisposeAsync();
    }

    /// <summary>The answer to a message cannot be sent, and the bot says sorry.</summary>
    private async Task SomethingGoesWrongAsync()
    {
        Teams.Faults.Add(new(ConnectorOperation.Reply, FaultKind.ServerError));
        await _practice.Receptionist.SayAsync("zzqwrong");
        Assert.Contains("Something went wrong", _practice.Receptionist.Reads(), StringComparison.Ordinal);
        Teams.Faults.Add(new(ConnectorOperation.Reply, FaultKind.BadGateway, Times: 2));
        await _practice.Receptionist.SayAsync("zzqsilent");
        Teams.Faults.Add(new(ConnectorOperation.Members, FaultKind.ServerError));
        _practice.Clock.Advance(TimeSpan.FromMinutes(6));
        await _practice.Receptionist.SayAsync("zzqroster");
        Teams.Faults.Clear();
        Look();
    }

    /// <summary>In danger, with pictures good and bad; the manager's card goes wrong twice before it arrives.</summary>
    private async Task ReportAsync()
    {
        var reporter = _practice.Receptionist;
        await reporter.SayAsync("report");
        await reporter.PressAsync(reporter.Newest(), "Yes, someone is in danger");
        Look();
        var form = ReportWalk.Form();
        form["link"] = "https://facebook.example/zzqlink";
        form["whatHappened"] = "Mrs zzqpatient wrote: zzqtext";
        form["poster"] = "zzqposter";
        form["seenOn"] = "zzqdate";
        await reporter.PressAsync(FormCard(reporter), "Next", form.DeepClone().AsObject());
        Look();
        form["seenOn"] = "2026-03-03";
        await reporter.PressAsync(FormCard(reporter), "Next", form);
        await reporter.SayAsync("zzqcaption", reporter.Attach("zzqfile.png", SamplePictures.Png(1)), reporter.Attach("zzqbad.png", SamplePictures.WindowsProgram));
        Look();
        Teams.Faults.Add(new(ConnectorOperation.Attachment, FaultKind.Forbidden, Times: 2));
        await reporter.SayAsync("", reporter.Paste(SamplePictures.Png(2)));
        Teams.Faults.Clear();
        await reporter.SayAsync("", reporter.Paste(SamplePictures.Png(2)));
        await reporter.PressAsync(reporter.Newest(), "Done");
        await reporter.PressAsync(reporter.Newest(), "Skip");
        Teams.Faults.Add(new(ConnectorOperation.CreateConversation, FaultKind.ServerError));
        Teams.Faults.Add(new(ConnectorOperation.Send, FaultKind.BadGateway));
        await reporter.PressAsync(reporter.Newest(), "Send");
        await CardWithAsync(_practice.Manager, "Record the decision");
        Teams.Faults.Clear();
        Look();
    }

    private async Task AskAndAnswerAsync()
    {
        await _practice.Manager.PressAsync(
            await CardWithAsync(_practice.Manager, "Send the question"), "Send the question", new JsonObject { ["question"] = "zzqquestion" });
        await _practice.Receptionist.PressAsync(
            await CardWithAsync(_practice.Receptionist, "Send the answer"), "Send the answer", new JsonObject { ["answer"] = "zzqanswer" });
        await UntilAsync(() => _practice.Manager.FromBot.Any(post => CardReading.Words(post, Cast.Manager).Contains("zzqanswer", StringComparison.Ordinal)));
    }

    /// <summary>Presses and messages that are refused.</summary>
    private async Task StrangersKnockAsync()
    {
        using var caller = new RawCaller(_practice);
        var stranger = Teams.As(Cast.Stranger);
        await stranger.SayAsync("zzqstranger", stranger.Attach("zzqstrange.png", SamplePictures.Png(3)));
        await _practice.Nurse.SayAsync("zzqnurse");
        var @case = (string?)CardReading.Objects((await CardWithAsync(_practice.Manager, "Record the decision")).CardFor(Cast.Manager))
            .First(element => element["case"] is not null)["case"];
        var data = new JsonObject { ["case"] = @case, ["version"] = 1, ["reason"] = "zzqforged", ["question"] = "zzqforged", ["answer"] = "zzqforged" };
        foreach (var verb in new[] { "case/decide", "case/ask", "case/refresh", "question/answer", "zzqverb" })
        {
            await caller.PostAsync(caller.Press(Cast.Nurse, verb, data));
        }

        await _practice.Nurse.SayAsync("case RMC-2026-0001");
        await _practice.Nurse.SayInChannelAsync(Practice.General, "zzqchannel", mentionsBot: true);
        await caller.SendAsync(HttpMethod.Post, "{\"type\":\"message\",\"text\":\"zzqbroken");
        Look();
    }

    private async Task DecideAsync()
    {
        var card = await CardWithAsync(_practice.Manager, "Record the decision");
        await _practice.Manager.PressAsync(card, "Record the decision", new JsonObject { ["reason"] = "zzqearly" });
        Look();
        await _practice.Manager.PressAsync(
            await CardWithAsync(_practice.Manager, "Record the decision"),
            "Record the decision",
            new JsonObject { ["outcomeReferForLegalAdvice"] = "true", ["outcomeReportToPlatform"] = "true", ["reason"] = "zzqreason", ["forReporter"] = "zzqword" });
        await UntilAsync(() => _practice.Receptionist.FromBot.Any(post => CardReading.Words(post, Cast.Receptionist).Contains("zzqword", StringComparison.Ordinal)));
    }

    private async Task EverybodyLooksAsync()
    {
        foreach (var word in new[] { "help", "guidance", "my reports", "cases", "case RMC-2026-0001", "summary", "selftest" })
        {
            await _practice.Receptionist.SayAsync(word);
            await _practice.Manager.SayAsync(word);
        }

        foreach (var post in _practice.Deputy.FromBot)
        {
            await _practice.Deputy.RefreshAsync(post);
        }

        Look();
    }

    /// <summary>A report is thrown away, another is taken back.</summary>
    private async Task WithdrawAsync()
    {
        await _practice.Nurse.FillFormAsync();
        await _practice.Nurse.SayAsync("", _practice.Nurse.Attach("zzqthrown.png", SamplePictures.Png(4)));
        await _practice.Nurse.SayAsync("cancel");
        await _practice.Nurse.SayAsync("yes");
        await _practice.Nurse.ReportAsync();
        await _practice.Nurse.SayAsync("my reports");
        Look();
    }

    private async Task<Post> CardWithAsync(PersonClient person, string button)
    {
        Post? found = null;
        await UntilAsync(() => (found = person.FromBot.LastOrDefault(post =>
            CardReading.Objects(post.CardFor(person.Person)).Any(element => (string?)element["title"] == button))) is not null);
        return found!;
    }

    /// <summary>Moves the clock on while it waits, so that what is tried again is due at once.</summary>
    private async Task UntilAsync(Func<bool> isSo)
    {
        await Teams.UntilAsync(
            () =>
            {
                if (!isSo())
                {
                    _practice.Clock.Advance(TimeSpan.FromSeconds(1));
                    return false;
                }

                return true;
            },
            TimeSpan.FromSeconds(60));
        Look();
    }

    /// <summary>The nightly check's line, where it read any file again.</summary>
    [GeneratedRegex(" 2801 .* [1-9][0-9]* files were read again")]
    private static partial Regex FilesOfANight();

    private static Post FormCard(PersonClient person) =>
        person.FromBot.Last(post => CardReading.Objects(post.CardFor(person.Person)).Any(element => (string?)element["title"] == "Next"));

    private void Look() => _sent.AddRange(
        Cast.Everyone.SelectMany(person => Teams.As(person).FromBot).Concat(_practice.Channel.Where(post => post.IsFromBot)).Except(_sent));
}
