using Rowcroft.LocalTeams;
using Rowcroft.LocalTeams.Clock;
using Rowcroft.TeamsBot;

// --urls: where the page is. --bot: the address of a bot that runs elsewhere. --data: the folder for everything that is kept.
// --set-up yes: nobody decides yet; it is chosen on the set-up card in the channel.
var settings = new ConfigurationBuilder().AddCommandLine(args).Build();
var data = Path.GetFullPath(settings["data"] ?? BotSetup.DataFolder);
var clock = new ShiftableTimeProvider(TimeProvider.System);

await using var bot = new BotHost(BotApplication.Build, BotSetup.Args, BotSetup.Settings(data, isUndecided: settings["set-up"] is not null), clock);
await using var teams = await LocalTeamsServer.StartAsync(new()
{
    Url = settings["urls"] ?? "http://127.0.0.1:5080",
    Clock = clock,
    MemoryFile = Path.Combine(data, "local-teams.json"),
    Bot = settings["bot"] is null ? bot : null,
});

teams.BotEndpoint = settings["bot"] is { } elsewhere ? new Uri(elsewhere) : await bot.StartAsync();
if (!teams.HasBotInTeam)
{
    await teams.InstallInTeamAsync();
}

Console.WriteLine($"Teams on this machine: {teams.BaseAddress}");
await teams.WaitForShutdownAsync();
