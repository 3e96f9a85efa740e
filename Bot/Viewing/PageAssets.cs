using System.Reflection;
using System.Security.Cryptography;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>The style sheet, scripts and icon, from inside the program. Their addresses change with what is in them.</summary>
internal static class PageAssets
{
    private const string Folder = "/evidence-page/";
    private const int HashLength = 16;

    private static readonly IReadOnlyDictionary<string, Asset> All = new[]
    {
        Read("page.css", "text/css; charset=utf-8"),
        Read("show.js", "text/javascript; charset=utf-8"),
        Read("redact.js", "text/javascript; charset=utf-8"),
        Read("zoom.js", "text/javascript; charset=utf-8"),
        Read("icon.svg", "image/svg+xml"),
    }.ToDictionary(asset => asset.Name);

    public static string AddressOf(string name) => $"{Folder}{name}?v={All[name].Hash}";

    /// <summary>Scripts import each other by their plain names.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(Folder + "{name}", (string name, HttpResponse response) =>
    {
        PageHeaders.Set(response);
        if (!All.TryGetValue(name, out var asset))
        {
            return Results.NotFound();
        }

        response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(asset.Bytes, asset.ContentType, entityTag: new($"\"{asset.Hash}\""));
    });

    private static Asset Read(string name, string contentType)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(typeof(PageAssets), $"Assets.{name}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new(name, contentType, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashLength]);
    }

    private sealed record Asset(string Name, string ContentType, byte[] Bytes, string Hash);
}
