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

    public static async Task StartReportAsync(this PersonClient person)
    {
        await person.SayAsync("report");
        await person.PressAsync(person.Newest(), "No, nobody is in danger");
    }

    public static async Task FillFormAsync(this PersonClient person, JsonObject? form = null)
    {
        await person.StartReportAsync();
        await person.PressAsync(person.Newest(), "Next", form ?? Form());
    }

    public static async Task ReportAsync(this PersonClient person, JsonObject? form = null, params Upload[] screenshots)
    {
        await person.FillFormAsync(form);
        if (screenshots.Length > 0)
        {
            await person.SayAsync("", screenshots);
            await person.PressAsync(person.Newest(), "Done");
            await person.PressAsync(person.Newest(), "Skip");
        }
        else
        {
            await person.PressAsync(person.Newest(), "I have none");
        }

        await person.PressAsync(person.Newest(), "Send");
    }

    /// <summary>About the reporter, on the practice's own Facebook page, every field filled in.</summary>
    public static JsonObject Form() => JsonNode.Parse(FilledForm.About().ToString())!.AsObject();
}
