using Microsoft.Net.Http.Headers;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>The file's own bytes, to be saved and never shown in the browser.</summary>
internal sealed class SealedDownload(Stream bytes, string contentType, string name) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var content = bytes;
        var response = httpContext.Response;
        PageHeaders.Set(response);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.ContentType = contentType;
        response.ContentLength = content.Length;
        await content.CopyToAsync(response.Body, httpContext.RequestAborted);
    }
}
