using System.Globalization;
using System.Text;

namespace Rowcroft.TeamsBot.Cases.Links;

/// <summary>One spelling for every part of an address: what needs no escape has none, everything else is <c>%</c> and two capital hex digits.</summary>
internal static class PercentEncoding
{
    private const string Unreserved = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";

    /// <summary>These divide nothing within a segment of a path.</summary>
    private const string PlainInPath = Unreserved + ":@!$&'()*+,;=";

    /// <summary>These divide nothing within a name or value of a query, or in a fragment.</summary>
    private const string PlainInQuery = Unreserved + ":/@!$'()*,;?";

    public static string Segment(string text) => Normalise(text, PlainInPath);

    /// <summary>A plus sign is a space here.</summary>
    public static string QueryPart(string text) => Normalise(text.Replace('+', ' '), PlainInQuery);

    public static string Fragment(string text) => Normalise(text, PlainInQuery + "&=+");

    /// <summary>As it was meant, for an address that is carried within another one.</summary>
    public static string Meant(string normalised) => Uri.UnescapeDataString(normalised);

    private static string Normalise(string text, string plain)
    {
        var normal = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length;)
        {
            if (text[index] == '%' && Escaped(text, index) is { } value)
            {
                Append(normal, value, plain);
                index += 3;
                continue;
            }

            var length = char.IsSurrogatePair(text, index) ? 2 : 1;
            foreach (var part in Encoding.UTF8.GetBytes(text.Substring(index, length)))
            {
                Append(normal, part, plain);
            }

            index += length;
        }

        return normal.ToString();
    }

    private static byte? Escaped(string text, int index) =>
        index + 2 < text.Length
        && byte.TryParse(text.AsSpan(index + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    private static void Append(StringBuilder normal, byte value, string plain)
    {
        if (plain.Contains((char)value, StringComparison.Ordinal))
        {
            normal.Append((char)value);
        }
        else
        {
            normal.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
        }
    }
}
