using System.Net.Http.Headers;
using System.Text.Json.Serialization;

namespace Rowcroft.Bench.Subjects;

/// <summary>The least that an answer can cost: an endpoint that parses the activity and posts a reply, without Bot Framework.</summary>
internal static class FloorServer
{
    public static async Task<int> RunAsync(string port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
#pragma warning disable RS0030 // The one client of this process, for as long as it lives.
        using var http = new HttpClient();
#pragma warning restore RS0030
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        app.MapPost("/api/messages", (Message message, CancellationToken cancellation) => AnswerAsync(http, message, cancellation));
        await app.RunAsync($"http://127.0.0.1:{port}");
        return 0;
    }

    private static async Task AnswerAsync(HttpClient http, Message message, CancellationToken cancellation)
    {
        var address = $"{message.ServiceUrl}v3/conversations/{Uri.EscapeDataString(message.Conversation.Id)}/activities/{message.Id}";
        var reply = new Message("message", null, message.ServiceUrl, message.ChannelId)
        {
            Text = $"Echo: {message.Text}",
            From = message.Recipient,
            Recipient = message.From,
            Conversation = message.Conversation,
            ReplyToId = message.Id,
        };
        using var response = await http.PostAsJsonAsync(new Uri(address), reply, cancellation);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadFromJsonAsync<Resource>(cancellation);
    }

    private sealed record Message(string Type, string? Id, string ServiceUrl, string ChannelId)
    {
        public string? Text { get; init; }

        public Party? From { get; init; }

        public Party? Recipient { get; init; }

        public required Party Conversation { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? ReplyToId { get; init; }
    }

    private sealed record Party(string Id, string? Name, string? AadObjectId);

    private sealed record Resource(string Id);
}
