using System.Text.Json;
using Rowcroft.Bench.Connector;

namespace Rowcroft.Bench.Load;

/// <summary>Activities as Teams sends them, with everything a bot has to read past.</summary>
internal static class Incoming
{
    private const string SentAt = "2026-03-02T09:14:31.5716021Z";
    private const string Team = "19:bench-team@thread.tacv2";
    private static readonly object Bot = new { id = "28:bench-bot", name = "Rowcroft" };
    private static long _count;

    /// <summary>Somebody typed a text, or pressed a button of a card (<paramref name="value"/>), in their private chat.</summary>
    public static byte[] Message(string serviceUrl, string conversation, int person, string? text, object? value = null, object[]? attachments = null) =>
        JsonSerializer.SerializeToUtf8Bytes(new
        {
            text,
            textFormat = "plain",
            type = "message",
            timestamp = SentAt,
            localTimestamp = SentAt,
            id = NextId(),
            channelId = "msteams",
            serviceUrl,
            from = From(person),
            conversation = new { conversationType = "personal", tenantId = Staff.TenantId, id = conversation },
            recipient = Bot,
            entities = new[] { new { locale = "en-GB", country = "GB", platform = "Web", timezone = "Europe/London", type = "clientInfo" } },
            channelData = new { tenant = new { id = Staff.TenantId }, legacy = new { replyToId = "1:bench" } },
            locale = "en-GB",
            localTimezone = "Europe/London",
            value,
            attachments,
        });

    /// <summary>The manager added the bot to the practice's team.</summary>
    public static byte[] Installation(string serviceUrl) =>
        JsonSerializer.SerializeToUtf8Bytes(new
        {
            type = "installationUpdate",
            action = "add",
            timestamp = SentAt,
            id = NextId(),
            channelId = "msteams",
            serviceUrl,
            from = From(0),
            conversation = new { isGroup = true, conversationType = "channel", tenantId = Staff.TenantId, id = Team },
            recipient = Bot,
            channelData = new
            {
                tenant = new { id = Staff.TenantId },
                team = new { id = Team, name = "Practice", aadGroupId = Staff.ObjectId(Staff.Count) },
                settings = new { selectedChannel = new { id = Team } },
            },
        });

    private static object From(int person) =>
        new { id = Staff.TeamsId(person), name = Staff.Name(person), aadObjectId = Staff.ObjectId(person) };

    private static string NextId() => $"17{Interlocked.Increment(ref _count):D11}";
}
