namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Version 2 token endpoints want a scope where Bot Framework names a resource.</summary>
internal static class TokenScope
{
    private const string Default = "/.default";

    public static string Of(string resource) =>
        resource.EndsWith(Default, StringComparison.OrdinalIgnoreCase) ? resource : resource + Default;
}
