using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Clients;

namespace Rowcroft.LocalTeams.Uploads;

/// <summary>Describes uploads to the bot the way Teams does.</summary>
internal sealed class UploadLinks(ServiceAddress service)
{
    public JsonObject Attachment(Upload upload) => upload.Kind == UploadKind.Pasted ? Pasted(upload) : File(upload);

    /// <summary>Teams names no exact type for a pasted picture.</summary>
    private JsonObject Pasted(Upload upload) => new()
    {
        ["contentType"] = "image/*",
        ["contentUrl"] = new Uri(service.Value, $"v3/attachments/{upload.Id}/views/original").AbsoluteUri,
    };

    private JsonObject File(Upload upload) => new()
    {
        ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
        ["contentUrl"] = new Uri(service.Value, $"personal/Documents/{Uri.EscapeDataString(upload.Name)}").AbsoluteUri,
        ["name"] = upload.Name,
        ["content"] = new JsonObject
        {
            ["downloadUrl"] = new Uri(service.Value, $"_layouts/15/download.aspx?UniqueId={upload.Id}&tempauth={upload.Token}").AbsoluteUri,
            ["uniqueId"] = upload.Id.ToString(),
            ["fileType"] = Path.GetExtension(upload.Name).TrimStart('.').ToLowerInvariant(),
        },
    };
}
