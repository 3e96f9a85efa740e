using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Rowcroft.TeamsBot.SubjectAccess;

/// <summary>
/// A copy as one page that opens anywhere, without a script and without asking any other machine; and, as another one, the list for
/// whoever answers the request. Everything that people wrote is escaped.
/// </summary>
internal static class CopyPage
{
    private const string Style =
        """
        :root{color-scheme:light dark;--ink:#1b2430;--soft:#4a5766;--line:#d5dbe2;--paper:#fff;--card:#f5f7fa}
        @media(prefers-color-scheme:dark){:root{--ink:#e8edf3;--soft:#aab6c4;--line:#3a4654;--paper:#12181f;--card:#1b232d}}
        body{margin:0 auto;max-width:60rem;padding:1.5rem 1rem 4rem;font:1rem/1.55 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
        h1{font-size:1.6rem;line-height:1.25}h2{margin:2.5rem 0 .25rem;font-size:1.25rem;border-top:1px solid var(--line);padding-top:1.25rem}
        p{max-width:44rem}.soft{color:var(--soft)}
        .entry{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.25rem 1rem;margin:1rem 0}
        dl{margin:.5rem 0;display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.35rem 1rem}
        dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}dd.parts{white-space:normal;grid-column:1/-1}
        dd>dl,dd>ol{border-left:3px solid var(--line);padding-left:.75rem;margin:.25rem 0}ol{list-style:none;margin:0;padding:0}li+li{margin-top:.75rem}
        @media(max-width:40rem){dl{display:block}dt{margin-top:.5rem}}
        @media print{.entry{break-inside:avoid-page}body{max-width:none}}
        """;

    public static string Write(Copy copy)
    {
        var page = new StringBuilder();
        page.Append("<p>This is a copy of what the reporting bot of your practice holds about you. It is made from the bot’s own records. Times are UTC.</p>\n");
        page.Append("<p>“You” is you. Everybody else is “another person”: their names, and what they wrote, are left out unless the practice decided that you should have them. ")
            .Append("If you think that something is missing or wrong, tell the practice. You can also complain to the Information Commissioner’s Office.</p>\n");
        Value(page, new JsonObject { ["practice"] = copy.Subject.Practice.Value, ["yourId"] = copy.Subject.Id.Value, ["names"] = string.Join(", ", copy.Subject.Names) });
        foreach (var section in copy.Sections)
        {
            page.Append("<h2>").Append(Text(section.Title)).Append("</h2>\n<p class=\"soft\">").Append(Text(section.Purpose)).Append("</p>\n");
            Entries(page, section.Entries);
        }

        return Page("What is held about you", page);
    }

    /// <summary>The list for a human. It holds what was left out: it is never handed over.</summary>
    public static string WriteList(Copy copy)
    {
        var page = new StringBuilder();
        page.Append("<p><strong>Do not hand this over.</strong> It holds what was left out of the copy, and what to look at before the copy is given to ")
            .Append(Text(copy.Subject.Names.Count == 0 ? copy.Subject.Id.Value : string.Join(", ", copy.Subject.Names))).Append(".</p>\n");
        page.Append("<p>For each line decide with the data protection officer: did the other person agree, or is it reasonable to give it without asking them? ")
            .Append("Put the places of those that are given into a text file, one a line, and make the copy again with <code>--release</code> and that file.</p>\n");
        page.Append("<p>Look also where no command can: whether the settings name them as one who decides (Practice:Managers, Practice:Deputies), ")
            .Append("backups, chats in Teams, bundles that were handed over, and papers.</p>\n");
        Entries(page, [.. copy.Withheld.Select(item => new JsonObject
        {
            ["place"] = item.Place,
            ["why"] = item.Why,
            ["content"] = item.Content,
            ["inTheCopy"] = item.IsGiven ? "yes, because it was released" : null,
        })]);
        return Page("For whoever answers the request", page);
    }

    private static void Entries(StringBuilder page, IReadOnlyList<JsonObject> entries)
    {
        page.Append(entries.Count == 0 ? "<p>Nothing.</p>\n" : "");
        foreach (var entry in entries)
        {
            page.Append("<div class=\"entry\">");
            Value(page, entry);
            page.Append("</div>\n");
        }
    }

    private static void Value(StringBuilder page, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject record:
                page.Append("<dl>");
                foreach (var (name, part) in record.Where(pair => pair.Value is not null))
                {
                    page.Append("<dt>").Append(Text(Label(name))).Append(part is JsonValue ? "</dt><dd>" : "</dt><dd class=\"parts\">");
                    Value(page, part);
                    page.Append("</dd>");
                }

                page.Append("</dl>");
                break;
            case JsonArray { Count: 0 }:
                page.Append("none");
                break;
            case JsonArray list:
                page.Append("<ol>");
                foreach (var part in list)
                {
                    page.Append("<li>");
                    Value(page, part);
                    page.Append("</li>");
                }

                page.Append("</ol>");
                break;
            default:
                page.Append(Text(value switch { null => "", JsonValue flag when flag.TryGetValue<bool>(out var said) => said ? "yes" : "no", _ => value.ToString() }));
                break;
        }
    }

    /// <summary><c>whatHappened</c> becomes "What happened".</summary>
    private static string Label(string name)
    {
        var words = string.Concat(name.Select((letter, index) => index > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
        return char.ToUpperInvariant(words[0]) + words[1..].Replace('-', ' ');
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Page(string title, StringBuilder content) =>
        $"<!doctype html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
        + $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>{Text(title)}</title>\n"
        + $"<style>{Style.ReplaceLineEndings("\n")}</style></head>\n<body><h1>{Text(title)}</h1>\n{content}</body></html>\n";
}
