using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.People.Graph;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.People.Graph;

/// <summary>Which permissions are there and which are missing, before any of them was needed.</summary>
public sealed class GraphPermissionTests
{
    private const string NotNeededYet = "Graph:Absence is on; Graph has not had to be asked yet.";

    private readonly GraphOptions _options = new() { Absence = true };

    [Fact]
    public async Task What_Is_Granted_Needs_No_Word() =>
        Assert.Equal((HealthStatus.Healthy, NotNeededYet), await FindsAsync(() => Token(new { roles = new[] { "MailboxSettings.Read", "Other.Read" } })));

    [Fact]
    public async Task What_Is_Missing_Is_Named()
    {
        const string Missing = "The application permission {0} is not granted to the bot's identity: grant it, or switch off what needs it.";
        Assert.Equal((HealthStatus.Degraded, $"{NotNeededYet} {string.Format(Missing, "MailboxSettings.Read")}"), await FindsAsync(() => Token(new { aud = "graph" })));

        _options.Install = true;
        var (status, sentences) = await FindsAsync(() => Token(new { roles = new[] { "MailboxSettings.Read" } }));
        Assert.Equal(HealthStatus.Degraded, status);
        Assert.EndsWith($"{string.Format(Missing, "TeamsAppInstallation.ReadWriteSelfForUser.All")} {string.Format(Missing, "AppCatalog.Read.All")}", sentences, StringComparison.Ordinal);

        _options.TeamsAppId = LoopbackGraph.TeamsApp;
        Assert.DoesNotContain("AppCatalog", (await FindsAsync(() => Token(new { roles = new[] { "MailboxSettings.Read" } }))).Sentences, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("for-this-machine")]
    [InlineData("a.b.c")]
    [InlineData("a.W10.c")]
    [InlineData("a.eyJyb2xlcyI6MX0.c")]
    public async Task Of_A_Token_That_Does_Not_Say_Nothing_Is_Claimed(string token) =>
        Assert.Equal((HealthStatus.Healthy, NotNeededYet), await FindsAsync(() => token));

    [Fact]
    public async Task Without_A_Token_That_Is_Said() => Assert.Equal(
        (HealthStatus.Degraded, $"{NotNeededYet} Microsoft gives the bot no token for Graph."),
        await FindsAsync(() => throw new AuthenticationFailedException("zzq")));

    [Fact]
    public async Task Off_It_Asks_For_No_Token()
    {
        _options.Absence = false;
        Assert.Equal(
            (HealthStatus.Healthy, "Off: Microsoft Graph is not asked for anything."), await FindsAsync(() => throw new InvalidOperationException("A token was asked for.")));
    }

    private static string Token(object claims) => $"e30.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(claims)))}.sig";

    private async Task<(HealthStatus Status, string? Sentences)> FindsAsync(Func<string> token)
    {
        var options = Options.Create(_options);
        var state = new GraphState(options, new FakeTimeProvider(CaseBuilder.Wednesday), NullLogger<GraphState>.Instance);
        var names = new NamedPeople(options, new Lazy<IGraph>(() => throw new InvalidOperationException("Graph was asked.")), state, new FakeTimeProvider());
        var found = await new GraphHealthCheck(state, names, new GraphRoles(() => new Fixed(token)), options).CheckHealthAsync(new HealthCheckContext());
        return (found.Status, found.Description);
    }

    private sealed class Fixed(Func<string> token) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(token(), DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
