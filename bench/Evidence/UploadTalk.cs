using Rowcroft.Bench.Connector;
using Rowcroft.Bench.Load;

namespace Rowcroft.Bench.Evidence;

/// <summary>One report that has come to its screenshots, to which pictures are sent one after the other.</summary>
internal sealed class UploadTalk
{
    private readonly PlayedConnector _connector;
    private readonly Client _client;
    private readonly int _person;
    private readonly string _conversation;
    private readonly Inbox _inbox;

    private UploadTalk(PlayedConnector connector, Client client, int lane)
    {
        (_connector, _client, _person) = (connector, client, lane + 2);
        _conversation = $"a:upload-{lane}-1xQmVuY2gtY29udmVyc2F0aW9uLWlk";
        _inbox = connector.Open(_conversation, keepsLast: true);
    }

    public static async Task<UploadTalk> BeginAsync(PlayedConnector connector, Client client, int lane)
    {
        var talk = new UploadTalk(connector, client, lane);
        await talk.SendAsync("report", null);
        var draft = (string?)talk._inbox.FirstButton()["draft"];
        await talk.SendAsync(null, new { verb = "report/safe", draft });
        await talk.SendAsync(null, ReportTalk.Form(draft, post: 0));
        return talk;
    }

    public async Task UploadAsync(string address)
    {
        await _client.TurnAsync(Picture(_connector, _conversation, _person, address));
        if (_inbox.LastHas("Not kept: "u8))
        {
            throw new InvalidOperationException("A picture was not kept.");
        }
    }

    /// <summary>The message that brings a picture.</summary>
    public static byte[] Picture(PlayedConnector connector, string conversation, int person, string address) =>
        Incoming.Message(connector.ServiceUrl, conversation, person, null, null, [new { contentType = "image/*", contentUrl = address }]);

    private Task SendAsync(string? text, object? value) =>
        _client.TurnAsync(Incoming.Message(_connector.ServiceUrl, _conversation, _person, text, value));
}
