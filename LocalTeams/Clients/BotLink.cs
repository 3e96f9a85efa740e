using System.Collections.Concurrent;
using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.LocalTeams.Clients;

/// <summary>Hands activities to the bot.</summary>
internal sealed partial class BotLink(
    IHttpClientFactory clients, LocalTeamsOptions options, ServiceAddress service, News news, ILogger<BotLink> logger)
{
    private const int KeptDeliveries = 500;
    private readonly ConcurrentDictionary<string, int> _twice = [];
    private readonly ConcurrentQueue<Delivery> _deliveries = [];
    private Uri? _endpoint = options.BotEndpoint;

    /// <summary>The address that takes activities, such as <c>http://127.0.0.1:3978/api/messages</c>; null while no bot runs.</summary>
    public Uri? Endpoint
    {
        get => _endpoint;
        set
        {
            _endpoint = value;
            news.Publish(new() { ["kind"] = "bot", ["running"] = value is not null });
        }
    }

    /// <summary>The latest hand-overs, oldest first.</summary>
    public IReadOnlyList<Delivery> Deliveries => [.. _deliveries];

    /// <summary>The next activity of this person arrives at the bot a second time, unchanged, right after the first.</summary>
    public void DeliverTwice(Person person)
    {
        _twice.AddOrUpdate(person.TeamsId, 1, (_, times) => times + 1);
        news.Publish(new() { ["kind"] = "people" });
    }

    public bool WillDeliverTwice(Person person) => _twice.GetValueOrDefault(person.TeamsId) > 0;

    /// <summary>Returns the first answer when the activity is delivered twice.</summary>
    public async Task<BotAnswer> PostAsync(JsonObject activity, CancellationToken cancellation)
    {
        var answer = await PostOnceAsync(activity, cancellation);
        if (TakeTwice(activity.Text("from", "id") ?? ""))
        {
            await PostOnceAsync(activity, cancellation);
        }

        return answer;
    }

    private bool TakeTwice(string teamsId)
    {
        while (_twice.TryGetValue(teamsId, out var times) && times > 0)
        {
            if (_twice.TryUpdate(teamsId, times - 1, times))
            {
                news.Publish(new() { ["kind"] = "people" });
                return true;
            }
        }

        return false;
    }

    private async Task<BotAnswer> PostOnceAsync(JsonObject activity, CancellationToken cancellation)
    {
        var answer = await SendAsync(activity.ToJsonString(), cancellation);
        Log.Delivered(logger, activity.Text("type") ?? "", answer.Status ?? 0);
        _deliveries.Enqueue(new(activity, answer));
        while (_deliveries.Count > KeptDeliveries)
        {
            _deliveries.TryDequeue(out _);
        }

        return answer;
    }

    private async Task<BotAnswer> SendAsync(string json, CancellationToken cancellation)
    {
        if (Endpoint is not { } endpoint)
        {
            return BotAnswer.Unreachable;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(options.BotPatience);
        try
        {
            using var client = clients.CreateClient(nameof(BotLink));
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
            {
                Content = new StringContent(json, Encoding.UTF8, MediaTypeNames.Application.Json),
            };
            if (options.Registration is { } registration)
            {
                request.Headers.TryAddWithoutValidation("Authorization", registration.TokenFor(service.Value));
            }

            using var response = await client.SendAsync(request, patience.Token);
            return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(patience.Token));
        }
        catch (HttpRequestException)
        {
            return BotAnswer.Unreachable;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return BotAnswer.Unreachable;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Delivered {ActivityType} to the bot: {Status}")]
        public static partial void Delivered(ILogger logger, string activityType, int status);
    }
}
