namespace Sdk.Tests.Schema;

/// <summary>Activities in the shape in which Teams sends them.</summary>
internal static class TeamsPayloads
{
    public const string MessageWithFile = """
        {
          "type": "message",
          "id": "1772442000123",
          "timestamp": "2026-03-02T09:00:00.123Z",
          "localTimestamp": "2026-03-02T09:00:00.123Z",
          "localTimezone": "Europe/London",
          "serviceUrl": "https://smba.trafficmanager.net/uk/",
          "channelId": "msteams",
          "from": {
            "id": "29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgDmB0E5bWdV",
            "name": "Sam Reporter",
            "aadObjectId": "11111111-2222-3333-4444-555555555555"
          },
          "conversation": {
            "conversationType": "personal",
            "tenantId": "99999999-8888-7777-6666-555555555555",
            "id": "a:1pL6i0oY3C0K8oAj8"
          },
          "recipient": { "id": "28:c9e8c047-2a74-40a2-b28a-b162d5f5327c", "name": "Incident bot" },
          "textFormat": "plain",
          "locale": "en-GB",
          "text": "here it is",
          "attachments": [
            {
              "contentType": "application/vnd.microsoft.teams.file.download.info",
              "contentUrl": "https://practice.sharepoint.com/personal/sam/Documents/Applications/post.png",
              "name": "post.png",
              "content": {
                "downloadUrl": "https://practice.sharepoint.com/_layouts/15/download.aspx?UniqueId=1150d938&tempauth=v1.abc",
                "uniqueId": "1150D938-8870-4044-9F2C-5BBDEBA70C9D",
                "fileType": "png",
                "etag": "\"{1150D938-8870-4044-9F2C-5BBDEBA70C9D},5\""
              }
            },
            { "contentType": "text/html", "content": "<p>here it is</p>" }
          ],
          "entities": [
            { "locale": "en-GB", "country": "GB", "platform": "Windows", "timezone": "Europe/London", "type": "clientInfo" }
          ],
          "channelData": { "tenant": { "id": "99999999-8888-7777-6666-555555555555" }, "source": { "name": "message" } },
          "somethingNew": { "deep": [1, 2, { "x": null }] }
        }
        """;

    public const string CardAction = """
        {
          "type": "invoke",
          "name": "adaptiveCard/action",
          "id": "f:7d5c6b4a",
          "timestamp": "2026-03-02T09:05:00Z",
          "channelId": "msteams",
          "serviceUrl": "https://smba.trafficmanager.net/uk/",
          "from": { "id": "29:manager", "name": "Max Manager", "aadObjectId": "22222222-2222-3333-4444-555555555555" },
          "conversation": { "conversationType": "personal", "tenantId": "t", "id": "a:manager" },
          "recipient": { "id": "28:bot", "name": "Incident bot" },
          "replyToId": "1772442000999",
          "value": {
            "action": {
              "type": "Action.Execute",
              "id": "decide",
              "verb": "decide",
              "title": "Decide",
              "data": { "case": "RMC-2026-0042", "version": 3, "outcomes": "report,refer" }
            },
            "trigger": "manual"
          },
          "locale": "en-GB",
          "localTimezone": "Europe/London"
        }
        """;

    public const string TeamMemberAdded = """
        {
          "type": "conversationUpdate",
          "id": "f:1",
          "timestamp": "2026-03-02T08:00:00Z",
          "channelId": "msteams",
          "serviceUrl": "https://smba.trafficmanager.net/uk/",
          "membersAdded": [ { "id": "29:new", "aadObjectId": "33333333-2222-3333-4444-555555555555" } ],
          "from": { "id": "29:owner", "aadObjectId": "44444444-2222-3333-4444-555555555555" },
          "conversation": { "isGroup": true, "conversationType": "channel", "tenantId": "t", "id": "19:team@thread.tacv2" },
          "recipient": { "id": "28:bot", "name": "Incident bot" },
          "channelData": {
            "team": { "aadGroupId": "55555555-2222-3333-4444-555555555555", "name": "Practice", "id": "19:team@thread.tacv2" },
            "eventType": "teamMemberAdded",
            "tenant": { "id": "t" }
          }
        }
        """;

    public const string Installed = """
        {
          "action": "add",
          "type": "installationUpdate",
          "id": "f:2",
          "channelId": "msteams",
          "serviceUrl": "https://smba.trafficmanager.net/uk/",
          "from": { "id": "29:owner", "aadObjectId": "44444444-2222-3333-4444-555555555555" },
          "conversation": { "isGroup": true, "conversationType": "channel", "tenantId": "t", "id": "19:team@thread.tacv2" },
          "recipient": { "id": "28:bot", "name": "Incident bot" },
          "locale": "en-GB",
          "channelData": {
            "settings": { "selectedChannel": { "id": "19:general@thread.tacv2" } },
            "team": { "aadGroupId": "55555555-2222-3333-4444-555555555555", "name": "Practice", "id": "19:team@thread.tacv2" },
            "eventType": "teamMemberAdded",
            "tenant": { "id": "t" },
            "source": { "name": "message" }
          }
        }
        """;
}
