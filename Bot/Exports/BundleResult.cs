using System.Globalization;
using Rowcroft.TeamsBot.Exports.Bundles;

namespace Rowcroft.TeamsBot.Exports;

/// <summary>The bundle on its way to the browser.</summary>
/// <param name="length">Known beforehand: a download that broke is seen as one.</param>
internal sealed class BundleResult(BundleSource source, BundleContents contents, long length) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "application/zip";
        response.ContentLength = length;
        response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture, $"attachment; filename=\"{contents.Case.Reference}-evidence.zip\"");
        await source.WriteAsync(contents, response.Body, httpContext.RequestAborted);
    }
}
