using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Rowcroft.TeamsBot.Tests.People.Graph;

/// <summary>A real web server that answers as Microsoft Graph does, for the few things that the bot asks, or misbehaves.</summary>
internal sealed partial class LoopbackGraph : IAsyncDisposable
{
    public const string TeamsApp = "0ca71091-0000-4000-8000-00000000a991";

    private readonly WebApplication _app;

    private LoopbackGraph(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Accounts by user principal name and by id.</summary>
    public ConcurrentDictionary<string, string> Accounts { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Display names, and whose they are.</summary>
    public ConcurrentDictionary<string, string[]> Names { get; } = new();

    /// <summary>Automatic replies by object id, as Graph writes them; whoever has none here has no mailbox.</summary>
    public ConcurrentDictionary<string, JsonObject> Replies { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Apps of the catalogue by the id in their manifest.</summary>
    public ConcurrentDictionary<string, string> Catalogue { get; } = new();

    /// <summary>Who has the app.</summary>
    public ConcurrentDictionary<string, string> Installed { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Done when the app was installed for somebody who did not have it: Teams tells the bot.</summary>
    public Func<string, Task> Tell { get; set; } = _ => Task.CompletedTask;

    /// <summary>Method, path and query of every request, in order, readable.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public ConcurrentQueue<string> Tokens { get; } = new();

    /// <summary>Instead of doing what is asked.</summary>
    public RequestDelegate? Misbehave { get; set; }

    public int PageSize { get; set; } = 2;

    /// <summary>Where the next page is said to be; this server, if nothing is said.</summary>
    public Uri? Elsewhere { get; set; }

    public static async Task<LoopbackGraph> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var graph = new LoopbackGraph(builder.Build());
        graph._app.Run(graph.AnswerAsync);
        await graph._app.StartAsync();
        return graph;
    }

    public static RequestDelegate Refuse(int status, string code, string? retryAfter = null) => context =>
    {
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        return ErrorAsync(context, status, code);
    };

    public static JsonObject Scheduled(DateTimeOffset from, DateTimeOffset until) => new()
    {
        ["status"] = "scheduled",
        ["externalAudience"] = "all",
        ["internalReplyMessage"] = "I am on leave with my daughter.",
        ["scheduledStartDateTime"] = Moment(from),
        ["scheduledEndDateTime"] = Moment(until),
    };

    public static JsonObject Moment(DateTimeOffset at) => new()
    {
        ["dateTime"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        ["timeZone"] = "UTC",
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        Requests.Enqueue($"{http.Request.Method} {http.Request.Path}{Uri.UnescapeDataString(http.Request.QueryString.Value ?? "")}");
        Tokens.Enqueue(http.Request.Headers.Authorization.ToString());
        return Misbehave is { } misbehave ? misbehave(http) : RouteAsync(http, http.Request.Path.Value!.Split('/')[1..]);
    }

    private Task RouteAsync(HttpContext http, string[] path) => (http.Request.Method, path) switch
    {
        ("GET", ["v1.0", "users"]) => ListAsync(http, Names.GetValueOrDefault(Quoted(http, "displayName"), [])),
        ("GET", ["v1.0", "users", var who]) => Accounts.TryGetValue(who, out var id)
            ? JsonAsync(http, 200, new JsonObject { ["id"] = id })
            : ErrorAsync(http, 404, "Request_ResourceNotFound"),
        ("GET", ["v1.0", "users", var who, "mailboxSettings"]) => Replies.TryGetValue(who, out var reply)
            ? JsonAsync(http, 200, new JsonObject { ["automaticRepliesSetting"] = reply.DeepClone() })
            : ErrorAsync(http, 404, "MailboxNotEnabledForRESTAPI"),
        ("GET", ["v1.0", "appCatalogs", "teamsApps"]) =>
            ListAsync(http, Catalogue.TryGetValue(Quoted(http, "externalId"), out var app) ? [app] : []),
        ("POST", ["v1.0", "users", var who, "teamwork", "installedApps"]) => InstallAsync(http, who),
        _ => ErrorAsync(http, 400, "BadRequest"),
    };

    private Task ListAsync(HttpContext http, string[] ids)
    {
        var given = int.Parse(http.Request.Query["$skiptoken"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
        var page = ids.Skip(given).Take(PageSize).Select(id => new JsonObject { ["id"] = id });
        var body = new JsonObject { ["value"] = new JsonArray([.. page]) };
        if (given + PageSize < ids.Length)
        {
            var query = QueryString.Create(new Dictionary<string, string?>
            {
                ["$filter"] = http.Request.Query["$filter"],
                ["$skiptoken"] = (given + PageSize).ToString(CultureInfo.InvariantCulture),
            });
            body["@odata.nextLink"] = new Uri(Elsewhere ?? Address, http.Request.Path + query.ToString()).AbsoluteUri;
        }

        return JsonAsync(http, 200, body);
    }

    private async Task InstallAsync(HttpContext http, string who)
    {
        var asked = await JsonSerializer.DeserializeAsync<JsonObject>(http.Request.Body);
        if ((string?)asked!["teamsApp@odata.bind"] != $"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/{TeamsApp}")
        {
            await ErrorAsync(http, 400, "BadRequest");
        }
        else if (!Accounts.Values.Contains(who, StringComparer.OrdinalIgnoreCase))
        {
            await ErrorAsync(http, 404, "NotFound");
        }
        else if (!Installed.TryAdd(who, TeamsApp))
        {
            await ErrorAsync(http, 409, "Conflict");
        }
        else
        {
            await Tell(who);
            http.Response.StatusCode = 201;
        }
    }

    private static string Quoted(HttpContext http, string property)
    {
        var match = Filter().Match(http.Request.Query["$filter"].ToString());
        return match.Success && match.Groups[1].Value == property ? match.Groups[2].Value.Replace("''", "'", StringComparison.Ordinal) : "";
    }

    private static Task ErrorAsync(HttpContext http, int status, string code) => JsonAsync(
        http, status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = "Not for Morgan Hale." } });

    private static Task JsonAsync(HttpContext http, int status, JsonObject body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body.ToJsonString());
    }

    [GeneratedRegex("^(\\w+) eq '(.*)'$")]
    private static partial Regex Filter();
}
