using Rowcroft.Bench.Evidence;

namespace Rowcroft.Bench.Subjects;

/// <summary>The floor for pictures: an endpoint that keeps what a message brings, without a bot and without Bot Framework.</summary>
internal static class BareServer
{
    /// <param name="folder">Where the pictures are kept; it is there already.</param>
    public static async Task<int> RunAsync(string port, string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        using var loop = new BareLoop(folder);
        app.MapPost("/api/messages", (Message message) => loop.KeepAsync(message.Attachments.Single().ContentUrl));
        await app.RunAsync($"http://127.0.0.1:{port}");
        return 0;
    }

    private sealed record Message(Attachment[] Attachments);

    private sealed record Attachment(Uri ContentUrl);
}
