using System.Text.Json;

namespace Rowcroft.Bench.Connector;

/// <summary>The people of a large practice: a roster of one page, the first of whom is the manager and the second the deputy.</summary>
internal static class Staff
{
    public const int Count = 200;
    public const string TenantId = "b7f5ad0c-7f5a-4f0e-9d5c-0d3a5f3c2b11";

    private static int _created;

    public static string Manager => ObjectId(0);

    public static string Deputy => ObjectId(1);

    /// <summary>The answer to the question who belongs to the team.</summary>
    public static byte[] Page { get; } = JsonSerializer.SerializeToUtf8Bytes(new { members = Enumerable.Range(0, Count).Select(Member) });

    public static string ObjectId(int person) => new Guid(person + 1, 0x5a1f, 0x4c1e, 0x9d, 0x41, 0x0c, 0x2e, 0x77, 0x10, 0x9a, 0x3b).ToString();

    public static string TeamsId(int person) => $"29:1bench-{person:D4}-QmVuY2gtcGVyc29uLWlkLWFzLWxvbmctYXMtaW4tVGVhbXM";

    public static string Name(int person) => $"Person {person}";

    /// <summary>The answer to the wish to talk to somebody who never wrote to the bot.</summary>
    public static byte[] NewConversation() =>
        JsonSerializer.SerializeToUtf8Bytes(new { id = $"a:created-{Interlocked.Increment(ref _created)}", activityId = "1:first" });

    private static object Member(int person) => new
    {
        id = TeamsId(person),
        name = Name(person),
        objectId = ObjectId(person),
        aadObjectId = ObjectId(person),
        userPrincipalName = $"person{person}@bench.example",
        tenantId = TenantId,
        userRole = "user",
    };
}
