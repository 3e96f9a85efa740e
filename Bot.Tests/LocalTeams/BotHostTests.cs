using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rowcroft.LocalTeams;
using Rowcroft.LocalTeams.Clock;

namespace Rowcroft.TeamsBot.Tests.LocalTeams;

public sealed class BotHostTests
{
    [Fact]
    public async Task A_Restarted_Bot_Comes_Back_At_The_Same_Address_With_The_Same_Clock()
    {
        var clock = new ShiftableTimeProvider(TimeProvider.System);
        List<WebApplication> built = [];
        await using var host = new BotHost(
            (args, configure) => Remember(built, Build(args, configure)),
            ["--environment=Development"],
            new Dictionary<string, string?> { ["Practice:Managers:0"] = "somebody" },
            clock);

        var first = await host.StartAsync();
        var again = await host.StartAsync();
        var restarted = await host.RestartAsync();

        Assert.Equal(2, built.Count);
        Assert.Equal((first, first), (again, restarted));
        Assert.Equal(("/api/messages", true), (first.AbsolutePath, first.IsLoopback));
        Assert.Equal("somebody", built[1].Configuration["Practice:Managers:0"]);
        Assert.Same(clock, built[1].Services.GetRequiredService<TimeProvider>());
        Assert.True(built[1].Environment.IsDevelopment());
    }

    [Fact]
    public async Task A_Bot_That_Cannot_Start_Leaves_The_Host_Ready_For_The_Next_Try()
    {
        var broken = true;
        await using var host = new BotHost(
            (args, configure) => broken ? throw new InvalidOperationException("No.") : Build(args, configure),
            [],
            new Dictionary<string, string?>(),
            new ShiftableTimeProvider(TimeProvider.System));

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());
        broken = false;

        Assert.True((await host.StartAsync()).IsLoopback);
    }

    private static WebApplication Build(string[] args, Action<WebApplicationBuilder> configure)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        configure(builder);
        return builder.Build();
    }

    private static WebApplication Remember(List<WebApplication> built, WebApplication bot)
    {
        built.Add(bot);
        return bot;
    }
}
