using System.Globalization;
using System.Text;

namespace Rowcroft.TeamsBot.Security;

/// <summary>
/// A text as one reads it, one character for each sign: digits of every script as 0 to 9, every dash as <c>-</c>, every white space as a
/// space, small letters, signs written as <c>%XX</c> in a link as what they stand for, and nothing that cannot be seen. It remembers where
/// each sign stood.
/// </summary>
internal sealed class PlainSigns
{
    private readonly string _original;
    private readonly List<(int Start, int Length)> _places = [];

    private PlainSigns(string original)
    {
        _original = original;
        var plain = new StringBuilder(original.Length);
        for (var at = 0; at < original.Length;)
        {
            var (sign, length) = Next(at);
            if (Rune.GetUnicodeCategory(sign) != UnicodeCategory.Format)
            {
                plain.Append(Plain(sign));
                _places.Add((at, length));
            }

            at += length;
        }

        Text = plain.ToString();
    }

    /// <summary>The signs.</summary>
    public string Text { get; }

    public static PlainSigns Of(string text) => new(text);

    /// <summary>The text as it was written, or a part of it, with a star for each of these signs.</summary>
    public string WithStars(HashSet<int> hidden, int start = 0, int? end = null)
    {
        var result = new StringBuilder(_original.Length);
        var upTo = end ?? Text.Length;
        var at = start == 0 ? 0 : _places[start].Start;
        for (var sign = start; sign < upTo; sign++)
        {
            var (from, length) = _places[sign];
            result.Append(_original, at, from - at);
            result.Append(hidden.Contains(sign) ? "*" : _original.AsSpan(from, length));
            at = from + length;
        }

        return end is null ? result.Append(_original, at, _original.Length - at).ToString() : result.ToString();
    }

    private (Rune Sign, int Length) Next(int at)
    {
        if (Escaped(at) is { } escaped)
        {
            return escaped;
        }

        Rune.DecodeFromUtf16(_original.AsSpan(at), out var sign, out var length);
        return (sign, length);
    }

    /// <summary>One sign written as one or more <c>%XX</c>, as browsers write them in links.</summary>
    private (Rune Sign, int Length)? Escaped(int at)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        while (count < bytes.Length && ByteAt(at + (3 * count)) is { } value)
        {
            bytes[count++] = value;
        }

        return count > 0 && Rune.DecodeFromUtf8(bytes[..count], out var sign, out var used) == System.Buffers.OperationStatus.Done
            ? (sign, 3 * used)
            : null;
    }

    private byte? ByteAt(int at) =>
        at + 2 < _original.Length && _original[at] == '%'
            && byte.TryParse(_original.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    private static char Plain(Rune sign) => Rune.GetUnicodeCategory(sign) switch
    {
        UnicodeCategory.DecimalDigitNumber => (char)('0' + (int)Rune.GetNumericValue(sign)),
        UnicodeCategory.DashPunctuation => '-',
        _ when Rune.IsWhiteSpace(sign) => ' ',
        _ when sign.Value == '\u2212' => '-', // the minus sign
        _ when sign.IsBmp => (char)Rune.ToLowerInvariant(sign).Value,
        _ => '\uFFFD',
    };
}
