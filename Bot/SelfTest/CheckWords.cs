namespace Rowcroft.TeamsBot.SelfTest;

/// <summary>What each check is called on the card, in which order they stand, and what to do where the check itself does not say.</summary>
internal static class CheckWords
{
    private const string Log = "Look into the bot's log.";

    private static readonly (string Name, string Title, string ToDo)[] Known =
    [
        ("start", "Start", "Do what the sentence says: the bot waits for it and goes on by itself."),
        ("registration", "Registration with Microsoft", "Check MicrosoftAppId, MicrosoftAppTenantId, and MicrosoftAppPassword or MicrosoftAppCertificatePath."),
        ("clock", "Clock", "Turn on time synchronisation on the bot's machine."),
        ("storage", "Database", "Check Storage:Provider, Storage:Path and Storage:ConnectionString, and run: dotnet run --project Bot -- migrate"),
        ("evidence", "Evidence store", "Check Evidence:Path or Evidence:Blob: is there space, and may the bot write, read and delete there?"),
        ("malware scan", "Malware scanner", "Check Evidence:Clamd, and that clamd runs there."),
        ("evidence-page", "Evidence page", "Set Bot:PublicUrl to the address under which browsers reach the bot."),
        ("outbox", "Messages", "Look for events 2322 and 2324 in the bot's log: they name each message and why it was not sent."),
        ("custody", "Nightly check", "Run: dotnet run --project Bot -- verify"),
        ("roster", "Roster", "Add the bot to the practice's team in Teams."),
        ("approvers", "Those who decide", "Write setup to the bot, or check Practice:Managers and Practice:Deputies."),
        ("administrators", "Administrators", "Set Practice:Administrators."),
        ("weekly summary", "Weekly summary", "Write setup to the bot, or check Delivery:ChannelId and WeeklySummary:Cron."),
        ("summary", "Summaries posted", "Look for events 2322 and 2324 in the bot's log, and at the summary's time: write setup to the bot, or check WeeklySummary:Cron."),
        ("graph", "Microsoft Graph", "Grant the permission to the bot's identity in Entra, or switch it off in the section Graph."),
        ("guidance", "Guidance", "Install a newer version of the bot."),
    ];

    public static int PlaceOf(string name)
    {
        var place = Array.FindIndex(Known, known => known.Name == name);
        return place < 0 ? Known.Length : place;
    }

    public static string TitleOf(string name) => Array.Find(Known, known => known.Name == name).Title ?? name;

    public static string ToDoFor(string name) => Array.Find(Known, known => known.Name == name).ToDo ?? Log;
}
