using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Rowcroft.LocalTeams;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Tests.Hosting;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.SelfTest;

/// <summary>The running bot, registered with Microsoft's side on this machine. It is Wednesday 4 March 2026, 10:00.</summary>
public sealed class CredentialStoryTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private Microsofts _microsoft = null!;

    public async Task InitializeAsync() => _microsoft = await Microsofts.StartAsync();

    public async Task DisposeAsync()
    {
        await _microsoft.DisposeAsync();
        _folder.Dispose();
    }

    [SkippableFact]
    public async Task Whoever_Looks_After_The_Bot_Is_Warned_Once_A_Day_And_Nobody_Else()
    {
        await using var practice = await StartAsync(new() { ["MicrosoftAppPasswordExpires"] = "2026-03-20" });
        practice.Clock.Advance(TimeSpan.FromHours(1)); // it is looked at every hour, the first time before the bot was in a team
        await SaysAsync(practice, "The bot's secret expires in 16 days");
        practice.Clock.Advance(TimeSpan.FromDays(1));
        await SaysAsync(practice, "The bot's secret expires in 15 days");
        Assert.Equal(2, practice.Manager.FromBot.Count(post => CardReading.Words(post, Cast.Manager).Contains("expires in", StringComparison.Ordinal)));
        Assert.DoesNotContain(practice.Deputy.FromBot, post => CardReading.Words(post, Cast.Deputy).Contains("expires in", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task With_A_Certificate_The_Bot_Takes_Reports_And_Warns_As_Well()
    {
        using var certificate = SelfSigned.Rsa(new DateTimeOffset(2026, 3, 20, 12, 0, 0, TimeSpan.Zero));
        await using var practice = await StartAsync(new() { ["MicrosoftAppPassword"] = "", [BotCertificate.PathKey] = certificate.Pem(_folder) });
        await practice.Receptionist.ReportAsync();
        Assert.Contains("RMC-2026-0001", practice.Receptionist.Reads(), StringComparison.Ordinal);
        practice.Clock.Advance(TimeSpan.FromHours(1));
        await SaysAsync(practice, "The bot's certificate expires in 16 days");
        await practice.QuietAsync();
        await practice.Manager.SayAsync("selftest");
        Assert.Contains("The bot's certificate expires in 16 days.", practice.Manager.Reads(), StringComparison.Ordinal);
    }

    private static Task SaysAsync(PracticeInTeams practice, string words) => practice.Teams.UntilAsync(
        () => practice.Manager.FromBot.Any(post => CardReading.Words(post, Cast.Manager).Contains(words, StringComparison.Ordinal)), TimeSpan.FromSeconds(60));

    private Task<PracticeInTeams> StartAsync(Dictionary<string, string?> settings)
    {
        Skip.If(
            typeof(CloudAdapter).Assembly.GetName().Name == "Microsoft.Bot.Builder.Integration.AspNet.Core",
            "The original Bot Framework reads no issuer's keys over plain HTTP, and there is no other on this machine.");
        foreach (var (name, value) in _microsoft.Registration)
        {
            settings.TryAdd(name, value);
        }

        return PracticeInTeams.StartAsync(
            settings: settings,
            registration: new Registration(address => _microsoft.Token(serviceUrl: address.AbsoluteUri), header => header == "Bearer the-bots-own-token"));
    }
}
