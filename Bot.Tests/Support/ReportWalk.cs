using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.Clients;
using Rowcroft.LocalTeams.Uploads;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>A person walks through a report, as far as a test needs it.</summary>
internal static class ReportWalk
{
    public static Post Newest(this PersonClient person) => person.FromBot[^1];

    /// <summary>All that can be read in the newest message from the bot.</summary>
    public static string Reads(this PersonClient person) => CardReading.Words(person.Newest(), person.Person);

    /// <summary>Presses the newest button of that name: another card can have come in between.</summary>
    private static Task PressNewestAsync(this PersonClient person, string button, JsonObject? inputs = null) => person.PressAsync(
        person.FromBot.Last(post => CardReading.Objects(post.CardFor(person.Person)).Any(element => (string?)element["title"] == button)), button, inputs);

    public static async Task StartReportAsync(this PersonClient person)
    {
        await person.SayAsync("report");
        await person.PressNewestAsync("No, nobody is in danger");
    }

    public static async Task FillFormAsync(this PersonClient person, JsonObject? form = null)
    {
        await person.StartReportAsync();
        await person.PressNewestAsync("Next", form ?? Form());
    }

    public static async Task ReportAsync(this PersonClient person, JsonObject? form = null, params Upload[] screenshots)
    {
        await person.FillFormAsync(form);
        if (screenshots.Length > 0)
        {
            await person.SayAsync("", screenshots);
            await person.PressNewestAsync("Done");
            await person.PressNewestAsync("Skip");
        }
        else
        {
            await person.PressNewestAsync("I have none");
        }

        await person.PressNewestAsync("Send");
    }

    /// <summary>About the reporter, on the practice's own Facebook page, every field filled in.</summary>
    public static JsonObject Form() => JsonNode.Parse(FilledForm.About().ToString())!.AsObject();
}
