namespace Rowcroft.TeamsBot.Exports;

/// <summary>Under which address a bundle is downloaded.</summary>
internal static class ExportLink
{
    public const string Route = "/exports/{token}";

    public static Uri To(Uri host, string token) => new(host, $"/exports/{token}");
}
