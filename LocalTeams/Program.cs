using Rowcroft.LocalTeams;
using Rowcroft.LocalTeams.Clock;

var settings = new ConfigurationBuilder().AddCommandLine(args).Build();
var clock = new ShiftableTimeProvider(TimeProvider.System);

await using var teams = await LocalTeamsServer.StartAsync(new()
{
    Url = settings["urls"] ?? "http://127.0.0.1:5080",
    BotEndpoint = settings["bot"] is { } bot ? new Uri(bot) : null,
    Clock = clock,
});

Console.WriteLine($"Teams on this machine: {teams.BaseAddress}");
await teams.InstallInTeamAsync();
await teams.WaitForShutdownAsync();
