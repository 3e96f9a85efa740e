using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.Clients;
using Rowcroft.LocalTeams.Clock;
using Rowcroft.LocalTeams.Faults;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.LocalTeams.Control;

/// <summary>What Teams itself has no button for: faults, the clock, the bot's process, who is installed and who is on the roster.</summary>
internal static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder app)
    {
        var control = app.MapGroup("/_control");
        control.MapPost("/faults", (Fault fault, FaultPlan plan) => plan.Add(fault));
        control.MapDelete("/faults", (FaultPlan plan) => plan.Clear());
        control.MapPost("/clock/advance", Advance);
        control.MapPost("/clock/next-monday", NextMonday);
        control.MapPost("/bot/restart", RestartAsync);
        control.MapPost("/team/install", (AppInstaller app, CancellationToken stop) => app.InstallInTeamAsync(Cast.Manager, Practice.General, stop));
        control.MapPost("/team/uninstall", (AppInstaller app, CancellationToken stop) => app.UninstallFromTeamAsync(Cast.Manager, stop));
        control.MapPost("/people/{key}/{change}", ChangeAsync);
    }

    private static IResult Advance(Leap leap, LocalTeamsOptions options, News news) => Move(options, news, _ => TimeSpan.FromHours(leap.Hours));

    private static IResult NextMonday(LocalTeamsOptions options, News news) =>
        Move(options, news, clock => WorkingWeek.NextMonday(clock.GetUtcNow()) - clock.GetUtcNow());

    private static IResult Move(LocalTeamsOptions options, News news, Func<TimeProvider, TimeSpan> distance)
    {
        if (options.Clock is not ShiftableTimeProvider clock)
        {
            return Results.Conflict();
        }

        clock.Advance(distance(clock));
        news.Publish(new() { ["kind"] = "clock" });
        return Results.NoContent();
    }

    private static async Task<IResult> RestartAsync(LocalTeamsOptions options, BotLink link, CancellationToken cancellation)
    {
        if (options.Bot is not { } bot)
        {
            return Results.Conflict();
        }

        link.Endpoint = null;
        link.Endpoint = await bot.RestartAsync(cancellation);
        return Results.NoContent();
    }

    private static async Task<IResult> ChangeAsync(
        string key, string change, Roster roster, AppInstaller installer, BotLink bot, CancellationToken cancellation)
    {
        if (roster.Named(key) is not { } person)
        {
            return Results.NotFound();
        }

        switch (change)
        {
            case "install":
                await installer.InstallAsync(person, cancellation);
                break;
            case "uninstall":
                await installer.UninstallAsync(person, cancellation);
                break;
            case "join":
                await installer.JoinTeamAsync(person, Cast.Manager, cancellation);
                break;
            case "leave":
                await installer.LeaveTeamAsync(person, Cast.Manager, cancellation);
                break;
            case "deliver-twice":
                bot.DeliverTwice(person);
                break;
            default:
                return Results.NotFound();
        }

        return Results.NoContent();
    }
}
