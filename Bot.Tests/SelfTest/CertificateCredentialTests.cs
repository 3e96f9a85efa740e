using System.Globalization;
using Azure.Identity;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.People.Graph;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.SelfTest;
using Rowcroft.TeamsBot.Tests.Hosting;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.SelfTest;

/// <summary>A bot that Entra knows by a certificate in a file. It is Wednesday 4 March 2026.</summary>
public sealed class CertificateCredentialTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private Microsofts _microsoft = null!;

    public async Task InitializeAsync() => _microsoft = await Microsofts.StartAsync();

    public async Task DisposeAsync()
    {
        await _microsoft.DisposeAsync();
        _folder.Dispose();
    }

    [SkippableTheory]
    [InlineData("2026-04-04T12:00:00Z", HealthStatus.Healthy, "certificate expires in 31 days")]
    [InlineData("2026-04-03T12:00:00Z", HealthStatus.Degraded, "certificate expires in 30 days")]
    [InlineData("2026-04-04T00:00:00Z", HealthStatus.Degraded, "certificate expires in 30 days")] // it ends as that day begins
    [InlineData("2026-03-04T23:00:00Z", HealthStatus.Degraded, "certificate expires today")]
    [InlineData("2026-03-03T12:00:00Z", HealthStatus.Degraded, "certificate has expired")]
    public async Task How_Long_It_Is_Good_Is_Read_From_The_Certificate(string lastMoment, HealthStatus status, string sentence)
    {
        Skip.If(IsOriginal, "The original Bot Framework asks no issuer over plain HTTP.");
        using var certificate = SelfSigned.Rsa(At(lastMoment));
        var found = await CheckAsync(certificate.Pem(_folder));
        Assert.Equal(status, found.Status);
        Assert.Contains(sentence, found.Description, StringComparison.Ordinal);
        var toDo = found.Data.GetValueOrDefault(CheckedLine.ToDoKey) as string;
        Assert.Equal(status != HealthStatus.Healthy, toDo?.Contains(BotCertificate.PathKey, StringComparison.Ordinal) ?? false);
    }

    [SkippableTheory]
    [InlineData("2026-12-31T00:00:00Z", "its certificate is not the one that is registered (AADSTS700027)")]
    [InlineData("2026-03-01T00:00:00Z", "The bot's certificate has expired")]
    public async Task A_Certificate_That_Entra_Refuses_Is_Broken_And_Says_Why(string lastMoment, string sentence)
    {
        Skip.If(IsOriginal, "The original Bot Framework asks no issuer over plain HTTP.");
        _microsoft.Refusal = "AADSTS700027: The certificate with identifier used to sign the client assertion is not registered on application.";
        using var certificate = SelfSigned.Rsa(At(lastMoment));
        var found = await CheckAsync(certificate.Pkcs12(_folder));
        Assert.Equal(HealthStatus.Unhealthy, found.Status);
        Assert.Contains(sentence, found.Description, StringComparison.Ordinal);
        Assert.Contains(BotCertificate.PathKey, (string)found.Data[CheckedLine.ToDoKey], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pem", null)]
    [InlineData("pem", "a password")]
    [InlineData("p12", null)]
    [InlineData("p12", "a password")]
    public void Files_As_Tools_Write_Them_Are_Read(string kind, string? password)
    {
        using var made = SelfSigned.Rsa(At("2026-12-31T00:00:00Z"));
        var path = kind == "pem" ? made.Pem(_folder, password) : made.Pkcs12(_folder, password);
        using var read = BotCertificate.Open(Settings((BotCertificate.PathKey, path), (BotCertificate.PasswordKey, password)));
        Assert.Equal((made.Thumbprint, true), (read.Thumbprint, read.HasPrivateKey));
    }

    [Fact]
    public void What_Cannot_Be_Used_Stops_The_Start_With_A_Sentence()
    {
        using var good = SelfSigned.Rsa(At("2026-12-31T00:00:00Z"));
        using var curve = SelfSigned.EllipticCurve(At("2026-12-31T00:00:00Z"));
        var path = good.Pkcs12(_folder, "right");
        var alone = _folder.File("alone.pem");
        File.WriteAllText(alone, good.ExportCertificatePem());

        Assert.Null(Problem((BotCertificate.PathKey, path), (BotCertificate.PasswordKey, "right")));
        Assert.Equal(BotCertificate.Unreadable, Problem((BotCertificate.PathKey, path), (BotCertificate.PasswordKey, "wrong")));
        Assert.Equal(BotCertificate.Unreadable, Problem((BotCertificate.PathKey, _folder.File("none.p12"))));
        Assert.Equal(BotCertificate.Unreadable, Problem((BotCertificate.PathKey, alone)));
        Assert.Equal(BotCertificate.TwoProofs, Problem((BotCertificate.PathKey, path), ("MicrosoftAppPassword", "secret")));
        Assert.Equal(BotCertificate.NoTenant, Problem((BotCertificate.PathKey, path), ("MicrosoftAppType", "UserAssignedMSI")));
        Assert.Equal(BotCertificate.NoTenant, Problem((BotCertificate.PathKey, path), ("MicrosoftAppTenantId", "")));
        Assert.Equal(BotCertificate.NotRsa, Problem((BotCertificate.PathKey, curve.Pkcs12(_folder))));
    }

    [Fact]
    public void Graph_Is_Asked_With_What_The_Bot_Is_Registered_With()
    {
        using var certificate = SelfSigned.Rsa(At("2026-12-31T00:00:00Z"));
        Assert.IsType<ClientCertificateCredential>(Identity((BotCertificate.PathKey, certificate.Pem(_folder))));
        Assert.IsType<ClientSecretCredential>(Identity(("MicrosoftAppPassword", "secret")));
        Assert.IsType<ManagedIdentityCredential>(Identity(("MicrosoftAppType", "UserAssignedMSI")));
    }

    private static bool IsOriginal => typeof(CloudAdapter).Assembly.GetName().Name == "Microsoft.Bot.Builder.Integration.AspNet.Core";

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static object Identity(params (string Name, string? Value)[] settings) =>
        GraphIdentity.For(Settings(settings), new HostingEnvironment { EnvironmentName = "Production" }, new GraphOptions());

    private static string? Problem(params (string Name, string? Value)[] settings)
    {
        var options = new CredentialOptions();
        options.Read(Settings(settings));
        return new CredentialOptions.Validator().Validate(null, options).FailureMessage;
    }

    private static IConfiguration Settings(params (string Name, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(
        [
            new("MicrosoftAppType", "SingleTenant"), new("MicrosoftAppId", Microsofts.AppId), new("MicrosoftAppTenantId", RegisteredBot.Tenant),
        ])
        .AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value)))
        .Build();

    private async Task<HealthCheckResult> CheckAsync(string path)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(_microsoft.Registration)
            .AddInMemoryCollection([new("MicrosoftAppPassword", null), new(BotCertificate.PathKey, path)])
            .Build();
        var options = new CredentialOptions();
        options.Read(configuration);
        var clock = new PracticeClock(Options.Create(new PracticeOptions()), new FakeTimeProvider(CaseBuilder.Wednesday));
        var token = new BotToken(BotCertificate.Credentials(configuration), configuration);
        return await new RegistrationCheck(token, Options.Create(options), new CredentialExpiry(Options.Create(options), clock))
            .CheckHealthAsync(new HealthCheckContext());
    }
}
