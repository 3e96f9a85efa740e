using System.Text;
using System.Text.Json.Nodes;
using Rowcroft.LocalTeams;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.TeamsBot.Tests.LocalTeams;

/// <summary>Teams with a scripted bot that is in the practice's team, and the calls such a bot makes: real HTTP both ways.</summary>
internal sealed class TeamsAndBot : IAsyncDisposable
{
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private TeamsAndBot(LocalTeamsServer teams, ScriptedBot bot) => (Teams, Bot) = (teams, bot);

    public LocalTeamsServer Teams { get; }

    public ScriptedBot Bot { get; }

    public static async Task<TeamsAndBot> StartAsync(LocalTeamsOptions? options = null)
    {
        var bot = await ScriptedBot.StartAsync();
        var teams = await LocalTeamsServer.StartAsync((options ?? new()) with { BotEndpoint = bot.Endpoint });
        await teams.InstallInTeamAsync();
        return new(teams, bot);
    }

    public static string Activities(string conversationId) => $"v3/conversations/{Uri.EscapeDataString(conversationId)}/activities";

    /// <summary>The bot posts a message to this person and gets its id.</summary>
    public async Task<Post> SendAsync(Person person, JsonObject activity)
    {
        var (_, body) = await CallAsync(HttpMethod.Post, Activities(person.ChatId), activity);
        return Teams.Book.Find((string)body!["id"]!)!;
    }

    /// <summary>A call to the connector; the body is null when it is not a JSON object.</summary>
    public async Task<(int Status, JsonObject? Body)> CallAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var response = await CallRawAsync(method, path, body?.ToJsonString());
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : null);
    }

    public async Task<HttpResponseMessage> CallRawAsync(
        HttpMethod method, string path, string? body = null, Action<HttpRequestMessage>? change = null, CancellationToken cancellation = default)
    {
        using var request = new HttpRequestMessage(method, new Uri(Teams.BaseAddress, path));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        change?.Invoke(request);
        return await _http.SendAsync(request, cancellation);
    }

    public static string? Code(JsonObject? body) => (string?)body?["error"]?["code"];

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Teams.DisposeAsync();
        await Bot.DisposeAsync();
    }
}
