using System.Security.Cryptography;
using System.Text;
using Rowcroft.LocalTeams.Connector;
using Rowcroft.LocalTeams.Faults;

namespace Rowcroft.LocalTeams.Uploads;

/// <summary>Where the bot fetches what people pasted and attached.</summary>
internal static class UploadEndpoints
{
    public static void MapUploads(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v3/attachments/{id:guid}/views/original", Original).Can(ConnectorOperation.Attachment);
        app.MapGet("/_layouts/15/download.aspx", Download).Can(ConnectorOperation.Attachment);
    }

    private static IResult Original(Guid id, UploadStore uploads) =>
        uploads.Find(id) is { Kind: UploadKind.Pasted } upload
            ? Results.Bytes(upload.Bytes, upload.ContentType)
            : ConnectorError.AttachmentNotFound;

    private static IResult Download(Guid uniqueId, string? tempauth, UploadStore uploads) =>
        uploads.Find(uniqueId) is not { Kind: UploadKind.File } upload ? Results.NotFound()
        : !Opens(upload, tempauth ?? "") ? Results.StatusCode(StatusCodes.Status403Forbidden)
        : Results.Bytes(upload.Bytes, upload.ContentType, upload.Name);

    private static bool Opens(Upload upload, string token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(upload.Token), Encoding.UTF8.GetBytes(token));
}
