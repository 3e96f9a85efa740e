using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.SelfTest;
using Rowcroft.TeamsBot.Tests.Hosting;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.SelfTest;

/// <summary>With Microsoft's side played on this machine. It is Wednesday 4 March 2026, or as late as a test says.</summary>
public sealed class RegistrationCheckTests : IAsyncLifetime
{
    private Microsofts _microsoft = null!;

    public async Task InitializeAsync() => _microsoft = await Microsofts.StartAsync();

    public async Task DisposeAsync() => await _microsoft.DisposeAsync();

    [SkippableTheory]
    [InlineData("2026-04-04", HealthStatus.Healthy, "expires in 31 days")]
    [InlineData("2026-04-03", HealthStatus.Degraded, "expires in 30 days")]
    [InlineData("2026-03-05", HealthStatus.Degraded, "expires tomorrow")]
    [InlineData("2026-03-04", HealthStatus.Degraded, "expires today")]
    [InlineData("2026-03-03", HealthStatus.Degraded, "although its secret should have expired")]
    [InlineData(null, HealthStatus.Degraded, "When the secret expires is not known")]
    public async Task It_Says_How_Long_The_Secret_Is_Good(string? expires, HealthStatus status, string sentence)
    {
        var found = await CheckAsync(expires);
        Assert.Equal(status, found.Status);
        Assert.Contains(sentence, found.Description, StringComparison.Ordinal);
        Assert.Equal(status != HealthStatus.Healthy, ToDo(found)?.Contains("MicrosoftAppPasswordExpires", StringComparison.Ordinal) ?? false);
    }

    [SkippableTheory]
    [InlineData("AADSTS7000222: The provided client secret keys are expired.", "its secret has expired (AADSTS7000222)", "MicrosoftAppPassword")]
    [InlineData("AADSTS7000215: Invalid client secret provided.", "not the right one (AADSTS7000215)", "MicrosoftAppPassword")]
    [InlineData("AADSTS90002: Tenant was not found.", "not in that tenant (AADSTS90002)", "MicrosoftAppTenantId")]
    [InlineData("AADSTS700016: Application was not found.", "not in that tenant (AADSTS700016)", "MicrosoftAppTenantId")]
    [InlineData("AADSTS53003: Blocked for zzqsomebody.", "(AADSTS53003)", "MicrosoftAppId")]
    public async Task Without_A_Token_It_Is_Broken_And_Says_Which_Setting_To_See_To(string refusal, string sentence, string setting)
    {
        _microsoft.Refusal = refusal;
        var found = await CheckAsync("2026-12-31");
        Assert.Equal(HealthStatus.Unhealthy, found.Status);
        Assert.Contains(sentence, found.Description, StringComparison.Ordinal);
        Assert.Contains(setting, ToDo(found), StringComparison.Ordinal);
        Assert.DoesNotContain("zzq", found.Description, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("7E4A0000-0000-4000-8000-000000000001", HealthStatus.Healthy)]
    [InlineData("7e4a0000-0000-4000-8000-00000000000f", HealthStatus.Unhealthy)]
    public async Task A_Wrong_Tenant_Id_Is_Said_To_Whoever_Looks_After_The_Bot(string admitted, HealthStatus status)
    {
        var found = await CheckAsync("2026-12-31", admitted);
        Assert.Equal(status, found.Status);
        Assert.Equal(status == HealthStatus.Unhealthy, ToDo(found)?.Contains("Practice:TenantId", StringComparison.Ordinal) ?? false);
    }

    [SkippableFact]
    public async Task When_The_Secret_Has_Expired_By_The_Calendar_That_Is_Said_Whatever_Microsoft_Answers()
    {
        _microsoft.GivesNoTokens = true;
        var found = await CheckAsync("2026-03-03");
        Assert.Equal(HealthStatus.Unhealthy, found.Status);
        Assert.Contains("The bot's secret has expired.", found.Description, StringComparison.Ordinal);
        Assert.Equal(CredentialKind.Secret.Renew, ToDo(found));
    }

    [Theory]
    [InlineData(0, HealthStatus.Healthy, "agrees")]
    [InlineData(50, HealthStatus.Healthy, "agrees")]
    [InlineData(75, HealthStatus.Degraded, "ahead of")]
    [InlineData(-75, HealthStatus.Degraded, "behind")]
    [InlineData(290, HealthStatus.Degraded, "ahead of")]
    [InlineData(310, HealthStatus.Unhealthy, "ahead of")]
    [InlineData(-310, HealthStatus.Unhealthy, "behind")]
    public async Task The_Clock_Is_Compared_With_The_Issuers(int seconds, HealthStatus status, string word)
    {
        var found = await ClockAsync(_microsoft.Registration, seconds);
        Assert.Equal(status, found.Status);
        Assert.Contains(word, found.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Issuer_That_Is_Not_Reached_Is_Said()
    {
        var settings = new Dictionary<string, string?>(_microsoft.Registration) { ["ToBotFromChannelOpenIdMetadataUrl"] = "http://127.0.0.1:1/" };
        var found = await ClockAsync(settings, 0);
        Assert.Equal((HealthStatus.Degraded, true), (found.Status, ToDo(found)!.Contains("login.botframework.com", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("31/03/2027")]
    [InlineData("soon")]
    public void A_Day_That_Is_None_Stops_The_Start(string written)
    {
        var options = new CredentialOptions();
        options.Read(new ConfigurationBuilder().AddInMemoryCollection([new(CredentialOptions.ExpiresKey, written)]).Build());
        Assert.Equal(CredentialOptions.Sentence, options.Problem);
    }

    private static string? ToDo(HealthCheckResult found) => found.Data.GetValueOrDefault(CheckedLine.ToDoKey) as string;

    private async Task<HealthCheckResult> CheckAsync(string? expires, string? admitted = null)
    {
        Skip.If(typeof(CloudAdapter).Assembly.GetName().Name == "Microsoft.Bot.Builder.Integration.AspNet.Core", "The original Bot Framework asks no issuer over plain HTTP.");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(_microsoft.Registration)
            .AddInMemoryCollection([new(CredentialOptions.ExpiresKey, expires), new("Practice:TenantId", admitted)])
            .Build();
        var options = Options(configuration);
        var clock = new PracticeClock(Microsoft.Extensions.Options.Options.Create(new PracticeOptions()), new FakeTimeProvider(CaseBuilder.Wednesday));
        var token = new BotToken(new ConfigurationServiceClientCredentialFactory(configuration), configuration);
        return await new RegistrationCheck(token, options, new CredentialExpiry(options, clock)).CheckHealthAsync(new HealthCheckContext());
    }

    private static async Task<HealthCheckResult> ClockAsync(IReadOnlyDictionary<string, string?> settings, int seconds)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        await using var services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        var time = new ClockFrom(TimeProvider.System.GetUtcNow().AddSeconds(seconds)); // it runs, so that a slow answer changes nothing
        return await new ClockCheck(services.GetRequiredService<IHttpClientFactory>(), configuration, Options(configuration), time)
            .CheckHealthAsync(new HealthCheckContext());
    }

    private static IOptions<CredentialOptions> Options(IConfiguration configuration)
    {
        var options = new CredentialOptions();
        options.Read(configuration);
        return Microsoft.Extensions.Options.Options.Create(options);
    }
}
