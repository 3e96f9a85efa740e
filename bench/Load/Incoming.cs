using System.Text.Json;
using Rowcroft.Bench.Connector;

namespace Rowcroft.Bench.Load;

/// <summary>Activities as Teams sends them, with everything a bot has to read past.</summary>
internal static class Incoming
{
    private static long _count;

    /// <summary>Somebody typed a text, or pressed a button of a card (<paramref name="value"/>), in their private chat.</summary>
    public static byte[] Message(string serviceUrl, string conversation, int person, string? text, object? value = null) =>
        JsonSerializer.SerializeToUtf8Bytes(new
        {
            text,
            textFormat = "plain",
            type = "message",
            timestamp = "2026-03-02T09:14:31.5716021Z",
            localTimestamp = "2026-03-02T09:14:31.5716021+00:00",
            id = NextId(),
            channelId = "msteams",
            serviceUrl,
            from = new { id = Staff.TeamsId(person), name = Staff.Name(person), aadObjectId = Staff.ObjectId(person) },
            conversation = new { conversationType = "personal", tenantId = Staff.TenantId, id = conversation },
            recipient = Bot,
            entities = new[] { new { locale = "en-GB", country = "GB", platform = "Web", timezone = "Europe/London", type = "clientInfo" } },
            channelData = new { tenant = new { id = Staff.TenantId }, legacy = new { replyToId = "1:bench" } },
            locale = "en-GB",
            localTimezone = "Europe/London",
            value,
        });

    private static readonly object Bot = new { id = "28:bench-bot", name = "Rowcroft" };

    private static string NextId() => $"17{Interlocked.Increment(ref _count):D11}";
}
