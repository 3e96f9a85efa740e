namespace Rowcroft.TeamsBot.Cases.Links;

/// <summary>
/// A web address taken apart, each part in one spelling: the host in lower case without <c>www.</c>, no default port, escapes
/// normalised, known tracking parameters gone, the others sorted.
/// </summary>
/// <param name="Port">Empty, or a colon and the number.</param>
/// <param name="Path">Its segments; none is empty, <c>.</c> or <c>..</c>.</param>
/// <param name="Fragment">Empty unless it seems to choose something on the page, such as one comment.</param>
internal sealed record LinkAddress(
    string Host,
    string Port,
    string[] Path,
    IReadOnlyList<(string Name, string Value)> Query,
    string Fragment)
{
    /// <summary>The first value under this name; <c>null</c> when there is none or it is empty.</summary>
    public string? this[string name] =>
        Query.Where(part => part.Name == name && part.Value.Length > 0).Select(part => part.Value).FirstOrDefault();

    /// <returns><c>null</c> for what is no web address.</returns>
    public static LinkAddress? Parse(string? link)
    {
        if (!Uri.TryCreate(link?.Trim(), UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
            || HostOf(uri) is not { Length: > 0 } host)
        {
            return null;
        }

        return new LinkAddress(host, uri.IsDefaultPort ? "" : $":{uri.Port}", [.. Segments(uri)], [.. Parameters(uri)], FragmentOf(uri));
    }

    /// <summary>The whole of it, under this host.</summary>
    public string On(string host) =>
        "https://" + host + Port + string.Concat(Path.Select(segment => "/" + segment))
        + (Query.Count == 0 ? "" : "?" + string.Join('&', Query.Select(part => part.Value.Length == 0 ? part.Name : $"{part.Name}={part.Value}")))
        + (Fragment.Length == 0 ? "" : "#" + Fragment);

    private static string? HostOf(Uri uri)
    {
        if (uri.HostNameType is UriHostNameType.IPv6)
        {
            return uri.Host;
        }

        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        while (host.StartsWith("www.", StringComparison.Ordinal) && host.LastIndexOf('.') > 3)
        {
            host = host[4..];
        }

        return host;
    }

    private static List<string> Segments(Uri uri)
    {
        var segments = new List<string>();
        foreach (var segment in uri.AbsolutePath.Split('/').Select(PercentEncoding.Segment))
        {
            if (segment == ".." && segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment is not ("" or "." or ".."))
            {
                segments.Add(segment);
            }
        }

        return segments;
    }

    private static IEnumerable<(string Name, string Value)> Parameters(Uri uri) => Without(uri.Query, '?').Split('&')
        .Select(part => part.Split('=', 2))
        .Select(pair => (Name: PercentEncoding.QueryPart(pair[0]), Value: PercentEncoding.QueryPart(pair.Length == 2 ? pair[1] : "")))
        .Where(part => part.Name.Length > 0 && !TrackingParameters.Has(part.Name))
        .OrderBy(part => part.Name, StringComparer.Ordinal).ThenBy(part => part.Value, StringComparer.Ordinal);

    /// <summary>Kept when it has a number in it, as comments have, or is the path of a page that lives in the browser.</summary>
    private static string FragmentOf(Uri uri)
    {
        var fragment = PercentEncoding.Fragment(Without(uri.Fragment, '#'));
        var chooses = fragment.StartsWith('/') || fragment.StartsWith('!') || fragment.Any(char.IsAsciiDigit);
        return chooses && !fragment.StartsWith(":~:", StringComparison.Ordinal) && !fragment.StartsWith("xtor=", StringComparison.Ordinal)
            ? fragment
            : "";
    }

    private static string Without(string text, char first) => text.StartsWith(first) ? text[1..] : text;
}
