using System.Text;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>A whole page as an answer.</summary>
internal class PageResult(Markup page, int status = StatusCodes.Status200OK) : IResult
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(page.ToString());

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        PageHeaders.Set(response);
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = _bytes.Length;
        return response.Body.WriteAsync(_bytes, httpContext.RequestAborted).AsTask();
    }
}
