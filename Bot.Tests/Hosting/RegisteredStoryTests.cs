using System.Net;
using Azure.Storage.Blobs;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Rowcroft.LocalTeams;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.Clients;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;
using Rowcroft.TeamsBot.Tests.Viewing;
using Rowcroft.TeamsBot.WeeklySummary;

namespace Rowcroft.TeamsBot.Tests.Hosting;

/// <summary>
/// The main path as in the cloud: production, PostgreSQL, blobs, an app id, and tokens that Teams and the bot ask of each other. Two things
/// are as only a test makes them: this machine is a source of evidence, because Teams is played on it; and the container is opened with the
/// emulator's own key, where the cloud has the bot's identity.
/// </summary>
public sealed class RegisteredStoryTests : IAsyncLifetime
{
    private Microsofts _microsoft = null!;
    private LoopbackEntra _entra = null!;

    public async Task InitializeAsync() => (_microsoft, _entra) = (await Microsofts.StartAsync(), await LoopbackEntra.StartAsync());

    public async Task DisposeAsync()
    {
        await _microsoft.DisposeAsync();
        await _entra.DisposeAsync();
    }

    [SkippableFact]
    public async Task A_Report_Is_Made_Sealed_Decided_Answered_And_Counted()
    {
        Skip.If(
            typeof(CloudAdapter).Assembly.GetName().Name == "Microsoft.Bot.Builder.Integration.AspNet.Core",
            "The original Bot Framework reads no issuer's keys over plain HTTP, and there is no other on this machine.");
        await using var database = await TestDatabase.CreateAsync("Postgres");
        var azurite = AzuriteServer.Require();
        var container = azurite.NewContainer();
        await using var practice = await PracticeInTeams.StartAsync(
            builder => builder.Services
                .AddSingleton(new GuardedConnect(Dns.GetHostAddressesAsync, allowLoopback: true))
                .AddSingleton(new AllowedAddresses(EvidenceOptions.TeamsHosts, allowLoopback: true))
                .AddSingleton<IEvidenceStore>(new BlobEvidenceStore(new BlobContainerClient(azurite.ConnectionString, container.Segments[^1]))),
            environment: Environments.Production,
            settings: new Dictionary<string, string?>(_microsoft.Registration)
            {
                ["Storage:Provider"] = "Postgres",
                ["Storage:ConnectionString"] = database.Configuration["Storage:ConnectionString"],
                ["Evidence:Blob"] = "https://account.blob.core.windows.net/evidence",
                ["Bot:PublicUrl"] = "https://bot.example.org",
                ["SignIn:Authority"] = _entra.Authority,
            },
            registration: new Registration(address => _microsoft.Token(serviceUrl: address.AbsoluteUri), header => header == "Bearer the-bots-own-token"));

        var reporter = practice.Receptionist;
        await reporter.ReportAsync(null, reporter.Paste(SamplePictures.Png(1)), reporter.Attach("post.png", SamplePictures.Png(2)));
        Assert.Contains("RMC-2026-0001", reporter.Reads(), StringComparison.Ordinal);

        await SeeEvidenceAsync(practice, Cast.Manager, 200);
        await SeeEvidenceAsync(practice, Cast.Nurse, 404);
        await practice.Manager.PressAsync(
            await CardAsync(practice, practice.Manager, "Record the decision"),
            "Record the decision",
            new() { ["outcomeReportToPlatform"] = "true", ["reason"] = "It names a colleague.", ["forReporter"] = "Thank you for telling us." });
        await practice.Teams.UntilAsync(
            () => reporter.FromBot.Any(post => CardReading.Words(post, Cast.Receptionist).Contains("Thank you for telling us.", StringComparison.Ordinal)),
            TimeSpan.FromSeconds(60));

        practice.Clock.Advance(TimeSpan.FromDays(7));
        await practice.Teams.UntilAsync(
            () => practice.Channel.Any(post => (string?)post.Activity["summary"] == SummaryWords.Notification), TimeSpan.FromSeconds(60));

        Assert.True(practice.Get<IHostEnvironment>().IsProduction());
        await WhereItIsKeptAsync(practice, container, azurite.ConnectionString);
        using var stranger = new RawCaller(practice);
        Assert.Equal(401, (await stranger.SendAsync(HttpMethod.Post, "{\"type\":\"message\",\"text\":\"report\"}")).Status);
        Assert.All(practice.Teams.Bot.Deliveries, delivery => Assert.Equal(200, delivery.Answer.Status));
    }

    /// <summary>Both pictures, in PostgreSQL by their hashes and in the container sealed; nothing on this machine's own disk.</summary>
    private static async Task WhereItIsKeptAsync(PracticeInTeams practice, Uri container, string connection)
    {
        await using var db = await practice.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        Assert.IsType<NpgsqlConnection>(db.Database.GetDbConnection());
        Assert.Equal(CaseStatus.Decided, (await db.Cases.SingleAsync()).Status);
        var blobs = new BlobContainerClient(connection, container.Segments[^1]);
        var sealedFiles = new List<byte[]>();
        await foreach (var blob in blobs.GetBlobsAsync())
        {
            sealedFiles.Add((await blobs.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray());
        }

        Assert.True(sealedFiles.Count >= 2, $"{sealedFiles.Count} blobs are there.");
        foreach (var picture in new[] { SamplePictures.Png(1), SamplePictures.Png(2) })
        {
            Assert.DoesNotContain(sealedFiles, file => file.AsSpan().IndexOf(picture) >= 0);
        }
    }

    private async Task SeeEvidenceAsync(PracticeInTeams practice, Person person, int expected)
    {
        _entra.Change = claims => (claims["oid"], claims["tid"], claims["name"]) = (person.ObjectId.ToString(), Practice.TenantId, person.Name);
        using var visitor = new WebVisitor(practice.BotAddress);
        Assert.Equal(302, (await _entra.SignInAsync(visitor, "/cases/RMC-2026-0001/evidence")).Status);
        var page = await visitor.GetAsync("/cases/RMC-2026-0001/evidence");
        Assert.Equal((expected, expected == 200), (page.Status, page.Text.Contains("post.png", StringComparison.Ordinal)));
    }

    private static Task<Post> CardAsync(PracticeInTeams practice, PersonClient person, string button) => practice.Teams.UntilAsync(
        () => person.FromBot.LastOrDefault(post => CardReading.Objects(post.CardFor(person.Person)).Any(element => (string?)element["title"] == button)),
        TimeSpan.FromSeconds(60));
}
