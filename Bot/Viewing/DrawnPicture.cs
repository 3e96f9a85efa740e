namespace Rowcroft.TeamsBot.Viewing;

/// <summary>A viewing copy as an answer.</summary>
internal sealed class DrawnPicture(ReadOnlyMemory<byte> bytes, string contentType) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        PageHeaders.Set(response);
        response.Headers.ContentDisposition = "inline";
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}
