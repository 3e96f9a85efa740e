using Rowcroft.Bench.Connector;

namespace Rowcroft.Bench.Load;

/// <summary>One message, one reply.</summary>
internal sealed class EchoTalk(PlayedConnector connector, string name, int lanes) : ITalk
{
    private readonly Inbox[] _inboxes =
        [.. Enumerable.Range(0, lanes).Select(lane => connector.Open(Conversation(name, lane), keepsLast: false))];

    public async Task OnceAsync(Client client, int lane)
    {
        var before = _inboxes[lane].Count;
        await client.TurnAsync(Incoming.Message(connector.ServiceUrl, Conversation(name, lane), lane, "Somebody is being rude about us"));
        if (_inboxes[lane].Count != before + 1)
        {
            throw new InvalidOperationException($"The {name} took a message and sent {_inboxes[lane].Count - before} replies.");
        }
    }

    private static string Conversation(string name, int lane) => $"a:{name.Replace(' ', '-')}-{lane}-1xQmVuY2gtY29udmVyc2F0aW9uLWlk";
}
