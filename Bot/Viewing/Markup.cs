using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>
/// A piece of a page. Whatever is filled into its text is encoded, unless it is such a piece itself; so nothing that people wrote can
/// become part of the page's structure. Attributes must stand in double quotes.
/// </summary>
internal readonly record struct Markup
{
    public static readonly Markup Nothing = Of($"");

    private readonly string? _html;

    private Markup(string html) => _html = html;

    public static Markup Of(Builder text) => new(text.Html);

    public static Markup Join(IEnumerable<Markup> pieces) => new(string.Concat(pieces));

    public override string ToString() => _html ?? "";

    /// <summary>There is no way to fill in an object: what is to be shown must be chosen.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Builder(int literalLength, int formattedCount)
    {
        private const int UsualHole = 24;
        private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

        private readonly StringBuilder _html = new(literalLength + (formattedCount * UsualHole));

        public string Html => _html.ToString();

        public void AppendLiteral(string text) => _html.Append(text);

        public void AppendFormatted(string? text) => _html.Append(Encoder.Encode(text ?? ""));

        public void AppendFormatted(int number) => _html.Append(CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted(Markup piece) => _html.Append(piece);
    }
}
