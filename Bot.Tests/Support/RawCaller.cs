using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>Calls the bot over HTTP with whatever a test likes, as Teams would never do.</summary>
internal sealed class RawCaller(PracticeInTeams practice) : IDisposable
{
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromSeconds(30) });

    public Task<(int Status, string Body)> PostAsync(JsonNode activity) => SendAsync(HttpMethod.Post, activity.ToJsonString());

    /// <param name="contentType"><c>null</c> sends none.</param>
    public async Task<(int Status, string Body)> SendAsync(
        HttpMethod method, string? body, string? contentType = "application/json", string path = "api/messages", string? authorization = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(practice.BotAddress, path));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        }

        // So that the bot can refuse a long body before it is sent, and the answer is not lost with the connection.
        request.Headers.ExpectContinue = body?.Length > 100_000;
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var response = await _http.SendAsync(request, patience.Token);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(patience.Token));
    }

    /// <summary>The last activity of this type that Teams delivered for this person, with an id of its own, to be changed and posted.</summary>
    public JsonObject LastOf(Person person, string type = "message")
    {
        var activity = practice.Teams.Bot.Deliveries
            .Last(delivery => (string?)delivery.Activity["type"] == type && (string?)delivery.Activity["from"]!["id"] == person.TeamsId)
            .Activity.DeepClone().AsObject();
        activity["id"] = Guid.NewGuid().ToString("N");
        return activity;
    }

    /// <summary>A press of a button that runs a verb, in this person's private chat. The person must have written to the bot before.</summary>
    public JsonObject Press(Person person, JsonNode? verb, JsonNode? data)
    {
        var press = LastOf(person);
        press["type"] = "invoke";
        press["name"] = "adaptiveCard/action";
        press.Remove("text");
        press.Remove("attachments");
        press["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb?.DeepClone(), ["data"] = data?.DeepClone() },
            ["trigger"] = "manual",
        };
        return press;
    }

    /// <summary>A submission: a button that sends its data as a message.</summary>
    public JsonObject Submission(Person person, JsonNode? value)
    {
        var message = LastOf(person);
        message.Remove("text");
        message.Remove("attachments");
        message["value"] = value?.DeepClone();
        return message;
    }

    public void Dispose() => _http.Dispose();
}
