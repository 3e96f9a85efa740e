using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.Clients;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Security;

/// <summary>
/// Markdown and HTML in every field that takes words. All that was written is shown as it was typed, in text runs, and nowhere in an element
/// that a client reads as Markdown.
/// </summary>
public sealed class WrittenMarkupTests : IAsyncLifetime
{
    private const string Mark = "zzq";

    private PracticeInTeams _practice = null!;

    public async Task InitializeAsync() => _practice = await PracticeInTeams.StartAsync();

    [Fact]
    public async Task What_Was_Written_Is_Shown_As_It_Was_Typed_And_Never_Interpreted()
    {
        var form = ReportWalk.Form();
        form["link"] = "https://facebook.example/[zzq](https://evil.example/)**zzq**";
        form["whatHappened"] = Written("happened");
        form["poster"] = Written("poster");
        await _practice.Receptionist.ReportAsync(
            form, _practice.Receptionist.Attach("**zzq** [x](https://evil.example) <b>y</b>.png", SamplePictures.Png()));

        await AskAndAnswerAsync(Written("question"), Written("answer"));
        await DecideAsync(Written("reason"), Written("word"));
        await _practice.Receptionist.SayAsync("my reports");
        await _practice.Manager.SayAsync("cases");

        foreach (var part in new[] { "happened", "poster", "question", "answer", "reason" })
        {
            Assert.True(IsShown(Cast.Manager, Written(part)), $"The manager does not see the {part} as it was typed.");
        }

        Assert.True(IsShown(Cast.Receptionist, Written("question")) && IsShown(Cast.Receptionist, Written("word")));
        Assert.False(IsShown(Cast.Receptionist, Written("reason")), "The reason is for the file.");
        AssertNothingIsInterpreted();
    }

    [Fact]
    public async Task Why_There_Is_No_Screenshot_Is_Shown_As_It_Was_Typed()
    {
        await _practice.Receptionist.ReportAsync();
        await _practice.Manager.PressAsync(
            await CardWithAsync(_practice.Manager, "Record the decision"),
            "Record the decision",
            new JsonObject { ["outcomeReportToPlatform"] = "true", ["reason"] = "Item 8.", ["noEvidence"] = Written("nothing") });
        await _practice.Manager.SayAsync("case RMC-2026-0001");

        Assert.True(IsShown(Cast.Manager, Written("nothing")));
        AssertNothingIsInterpreted();
    }

    [Theory]
    [InlineData("about")]
    [InlineData("platform")]
    [InlineData("location")]
    [InlineData("link")]
    [InlineData("seenOn")]
    [InlineData("visibility")]
    [InlineData("kinds")]
    [InlineData("posterRelation")]
    [InlineData("concernsManager")]
    [InlineData("colleague")]
    public async Task A_Field_That_Is_No_Free_Text_Does_Not_Become_One(string field)
    {
        var form = ReportWalk.Form();
        form["about"] = "Colleague";
        form["colleague"] = Cast.Nurse.ObjectId.ToString();
        form[field] = Written(field);
        await _practice.Receptionist.FillFormAsync(form);
        AssertNothingIsInterpreted();
    }

    [Fact]
    public async Task Nor_Does_A_Message_That_Is_No_Answer()
    {
        await _practice.Receptionist.SayAsync(Written("hello"));
        await _practice.Receptionist.StartReportAsync();
        await _practice.Receptionist.SayAsync(Written("form"));
        await _practice.Receptionist.SayAsync("help");
        await _practice.Manager.SayAsync($"case {Written("reference")}");
        AssertNothingIsInterpreted();
    }

    [Fact]
    public async Task A_Message_Of_A_Hundred_Thousand_Characters_Is_Answered_At_Every_Step()
    {
        var text = new string('x', 100_000);
        await SayAndReadAsync("Has somebody been unkind");
        await _practice.Receptionist.SayAsync("report");
        await SayAndReadAsync();
        await _practice.Receptionist.SayAsync("no");
        await SayAndReadAsync();
        var form = ReportWalk.Form();
        form["whatHappened"] = text;
        await _practice.Receptionist.SayAsync("carry on");
        await _practice.Receptionist.PressAsync(FormCard(), "Next", form);
        Assert.Contains("Your text has 100,000 characters. The most is 4,000", _practice.Receptionist.Reads(), StringComparison.Ordinal);
        Assert.Contains("Here are the first", _practice.Receptionist.Reads(), StringComparison.Ordinal);
        await _practice.Receptionist.PressAsync(FormCard(), "Next", ReportWalk.Form());
        Assert.Contains("Screenshots", _practice.Receptionist.Reads(), StringComparison.Ordinal);
        await SayAndReadAsync();
        await _practice.Receptionist.SayAsync("carry on");
        await _practice.Receptionist.SayAsync("", _practice.Receptionist.Paste(SamplePictures.Png(1)));
        await _practice.Receptionist.PressAsync(await CardWithAsync(_practice.Receptionist, "Done"), "Done");
        await SayAndReadAsync();
        await _practice.Receptionist.PressAsync(await CardWithAsync(_practice.Receptionist, "Skip"), "Skip");
        await SayAndReadAsync();
        await _practice.Receptionist.PressAsync(await CardWithAsync(_practice.Receptionist, "Send"), "Send");
        Assert.Contains("RMC-2026-", _practice.Receptionist.Reads(), StringComparison.Ordinal);
        await SayAndReadAsync("Has somebody been unkind");
        Assert.All(_practice.Receptionist.FromBot, post => Assert.InRange(post.Json.GetRawText().Length, 1, 28 * 1024));

        async Task SayAndReadAsync(string expected = "")
        {
            var before = _practice.Receptionist.FromBot.Count;
            await _practice.Receptionist.SayAsync(text);
            Assert.True(_practice.Receptionist.FromBot.Count > before);
            Assert.Contains(expected, _practice.Receptionist.Reads(), StringComparison.Ordinal);
            Assert.DoesNotContain("Something went wrong", _practice.Receptionist.Reads(), StringComparison.Ordinal);
        }
    }

    public async Task DisposeAsync() => await _practice.DisposeAsync();

    private static string Written(string part) =>
        $"**{Mark}** _{part}_ # [click](https://evil.example/{part}) <img src=x onerror=alert(1)> <at>Everyone</at> {{{{DATE(2026-03-04T10:00:00Z,SHORT)}}}} ${{{part}}} `code` \\* &lt;b&gt;";

    private Post FormCard() => _practice.Receptionist.FromBot.Last(post => CardReading.Words(post, Cast.Receptionist).Contains("What happened?", StringComparison.Ordinal)
        && CardReading.Words(post, Cast.Receptionist).Contains("Next", StringComparison.Ordinal));

    private async Task<Post> CardWithAsync(PersonClient person, string button) => await _practice.Teams.UntilAsync(() =>
        person.FromBot.LastOrDefault(post => CardReading.Objects(post.CardFor(person.Person)).Any(element => (string?)element["title"] == button)));

    private async Task AskAndAnswerAsync(string question, string answer)
    {
        await _practice.Manager.PressAsync(
            await CardWithAsync(_practice.Manager, "Send the question"), "Send the question", new JsonObject { ["question"] = question });
        await _practice.Receptionist.PressAsync(
            await CardWithAsync(_practice.Receptionist, "Send the answer"), "Send the answer", new JsonObject { ["answer"] = answer });
        await _practice.Teams.UntilAsync(() => IsShown(Cast.Manager, answer));
    }

    private async Task DecideAsync(string reason, string word)
    {
        await _practice.Manager.PressAsync(await CardWithAsync(_practice.Manager, "Record the decision"), "Record the decision", new JsonObject
        {
            ["outcomeReportToPlatform"] = "true",
            ["reason"] = reason,
            ["forReporter"] = word,
        });
        await _practice.Teams.UntilAsync(() => IsShown(Cast.Receptionist, word));
    }

    /// <summary>Whether the person reads this in text runs, which no client interprets.</summary>
    private bool IsShown(Person viewer, string written) => _practice.Teams.As(viewer).FromBot
        .SelectMany(post => CardReading.Objects(post.CardFor(viewer)))
        .Where(element => (string?)element["type"] == "RichTextBlock")
        .Any(block => string.Concat(block["inlines"]!.AsArray().Select(run => (string?)run!["text"])).Contains(written, StringComparison.Ordinal));

    private void AssertNothingIsInterpreted()
    {
        foreach (var viewer in Cast.Staff)
        {
            foreach (var post in _practice.Teams.As(viewer).FromBot)
            {
                Assert.DoesNotContain(Mark, $"{post.Activity["text"]} {post.Activity["summary"]} {post.Activity["speak"]}", StringComparison.Ordinal);
                var interpreted = CardReading.Objects(post.CardFor(viewer))
                    .Where(element => (string?)element["type"] is not "TextRun")
                    .SelectMany(CardReading.Texts)
                    .Where(text => text.Text.Contains(Mark, StringComparison.Ordinal));
                Assert.Empty(interpreted);
                AssertNoAddressOf(post, viewer);
            }
        }
    }

    private static void AssertNoAddressOf(Post post, Person viewer) => Assert.DoesNotContain(
        CardReading.Objects(post.CardFor(viewer)),
        element => ((string?)element["url"] ?? "").Contains("evil.example", StringComparison.Ordinal) && (string?)element["type"] == "Image");
}
