using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Hosting;

/// <summary>
/// The real bot with an app id, as it runs in the cloud, with Microsoft's side of it on this machine. Ann is on the roster of the team in
/// which it is installed.
/// </summary>
internal sealed class RegisteredBot : IAsyncDisposable
{
    public const string Tenant = "7e4a0000-0000-4000-8000-000000000001";

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler());
    private readonly TempFolder _folder = new();
    private WebApplication _app = null!;

    private RegisteredBot(Microsofts microsofts) => Microsoft = microsofts;

    public Microsofts Microsoft { get; }

    /// <summary>Where it listens; TLS ends before it.</summary>
    public Uri Address => new(_app.Urls.Single());

    public CapturedLogs Logs { get; } = new();

    /// <summary>What the bot said, in order.</summary>
    public IReadOnlyList<JsonObject> Said => [.. Microsoft.Calls
        .Where(call => call.Path.Contains("/activities", StringComparison.Ordinal))
        .Select(call => JsonNode.Parse(call.Body)!.AsObject())];

    public static async Task<RegisteredBot> StartAsync(string environment, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var bot = await BeginAsync(environment, settings);
        Assert.Equal(200, await bot.PostAsync(bot.Installation(), bot.Microsoft.Token()));
        return bot;
    }

    /// <summary>It runs, and nobody has added it to the practice's team yet.</summary>
    public static async Task<RegisteredBot> BeginAsync(
        string environment, IReadOnlyDictionary<string, string?>? settings = null, Action<WebApplicationBuilder>? configure = null)
    {
        Skip.If(
            typeof(CloudAdapter).Assembly.GetName().Name == "Microsoft.Bot.Builder.Integration.AspNet.Core",
            "The original Bot Framework reads no issuer's keys over plain HTTP, and there is no other on this machine.");
        var bot = new RegisteredBot(await Microsofts.StartAsync());
        bot.Microsoft.Members.Add(new JsonObject
        {
            ["id"] = "29:ann",
            ["name"] = CaseBuilder.Ann.Name,
            ["aadObjectId"] = CaseBuilder.Ann.Id.Value,
        });
        bot._app = BotApplication.Build(
            [$"--environment={environment}", $"--contentRoot={bot._folder.File()}", "--urls=http://127.0.0.1:0"],
            builder =>
            {
                builder.Logging.ClearProviders().AddProvider(bot.Logs);
                builder.Configuration.AddInMemoryCollection(bot.Microsoft.Registration);
                builder.Configuration.AddInMemoryCollection(
                [
                    new("Practice:TenantId", Tenant),
                    new("Storage:Path", bot._folder.File("bot.db")),
                    new("Evidence:Path", bot._folder.File("evidence")),
                    new("Evidence:RetryDelay", "00:00:00"),
                ]);
                builder.Configuration.AddInMemoryCollection(settings);
                configure?.Invoke(builder);
            });
        await bot._app.StartAsync();
        return bot;
    }

    public async Task<(int Status, string Body)> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, path));
        using var response = await _http.SendAsync(request, CancellationToken.None);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Something from inside the bot.</summary>
    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async Task<int> PostAsync(JsonObject activity, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _app.Urls.Single() + "/api/messages");
        request.Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var response = await _http.SendAsync(request, CancellationToken.None);
        return (int)response.StatusCode;
    }

    /// <summary>Ann writes, and Teams vouches for it.</summary>
    public async Task SayAsync(JsonObject activity) => Assert.Equal(200, await PostAsync(activity, Microsoft.Token()));

    public JsonObject Message(string? text) => Activity("message", activity => activity["text"] = text);

    /// <summary>A press of the newest card's button with this verb.</summary>
    public JsonObject Press(string verb, JsonObject? inputs = null) => Activity("message", activity =>
    {
        var data = CardReading.Objects(Said.Last(said => Find(said, verb) is not null)).First(element => (string?)element["verb"] == verb).DeepClone().AsObject();
        foreach (var (name, value) in inputs ?? [])
        {
            data[name] = value?.DeepClone();
        }

        activity["value"] = data;
    });

    public JsonObject Pictures(params string[] addresses) => Activity("message", activity => activity["attachments"] = new JsonArray(
        [.. addresses.Select(address => (JsonNode)new JsonObject { ["contentType"] = "image/*", ["contentUrl"] = address })]));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Microsoft.DisposeAsync();
        _http.Dispose();
        _folder.Dispose();
    }

    private static JsonObject? Find(JsonObject said, string verb) =>
        CardReading.Objects(said).FirstOrDefault(element => (string?)element["verb"] == verb);

    public JsonObject Installation() => Activity("installationUpdate", activity =>
    {
        activity["action"] = "add";
        activity["channelData"]!["team"] = new JsonObject { ["id"] = "19:team@thread.tacv2", ["name"] = "Rowcroft" };
    });

    private JsonObject Activity(string type, Action<JsonObject> change)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = Guid.NewGuid().ToString("N"),
            ["channelId"] = "msteams",
            ["serviceUrl"] = Microsoft.ServiceUrl,
            ["from"] = new JsonObject { ["id"] = "29:ann", ["name"] = CaseBuilder.Ann.Name, ["aadObjectId"] = CaseBuilder.Ann.Id.Value },
            ["recipient"] = new JsonObject { ["id"] = "28:" + Microsofts.AppId },
            ["conversation"] = new JsonObject { ["id"] = "chat-of-ann", ["conversationType"] = "personal", ["tenantId"] = Tenant },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        };
        change(activity);
        return activity;
    }
}
