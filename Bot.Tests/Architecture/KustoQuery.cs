using System.Text.RegularExpressions;

namespace Rowcroft.TeamsBot.Tests.Architecture;

/// <summary>The words of a query in KQL, as far as ours go: which are the language's, which the query's own, and which must be a table's.</summary>
internal sealed partial class KustoQuery
{
    private static readonly string[] Language =
        [
            "and", "asc", "by", "desc", "extend", "from", "in", "join", "kind", "leftouter", "let", "on", "or", "order", "project", "range",
            "render", "step", "summarize", "timechart", "to", "union", "where",
        ];

    private static readonly string[] Functions =
        [
            "ago", "arg_max", "bin", "coalesce", "count", "countif", "extract", "isnotempty", "max", "min", "now", "percentile", "round",
            "startofday", "startofmonth", "startofweek", "sum", "sumif", "todouble", "toint", "tostring",
        ];

    private readonly string _text;
    private readonly List<string> _words;

    public KustoQuery(string text)
    {
        _text = Comment().Replace(text, "");
        var bare = Literal().Replace(_text, "\"\"");
        UnknownFunctions = [.. Word().Matches(bare).Where(word => word.Groups["call"].Success).Select(word => word.Groups["word"].Value)
            .Except([.. Functions, .. Language]).Distinct()];
        _words = [.. Word().Matches(bare).Where(word => !word.Groups["call"].Success).Select(word => word.Groups["word"].Value)
            .Except([.. Language, .. OwnName().Matches(bare).SelectMany(name => name.Groups.Values.Skip(1)).Select(name => name.Value)]).Distinct()];
    }

    /// <summary>Everything in quotation marks.</summary>
    public IEnumerable<string> Literals => Literal().Matches(_text).Select(match => match.Groups[1].Value);

    public IReadOnlyList<string> UnknownFunctions { get; }

    public IEnumerable<string> Tables => _words.Where(WorkspaceTables.Columns.ContainsKey);

    /// <summary>Words that are neither the language's nor the query's own nor a column of any table that it reads.</summary>
    public IEnumerable<string> UnknownWords => _words.Except(Tables).Except(Tables.SelectMany(table => WorkspaceTables.Columns[table]));

    /// <summary>What it asks of <c>Properties</c>.</summary>
    public IEnumerable<string> Tags => Tag().Matches(_text).Select(match => match.Groups[1].Value);

    /// <summary>Each kind of log line that it looks for, and how severe that line has to be to be found.</summary>
    public IEnumerable<(int Event, int Severity)> Events => Event().Matches(_text).Select(match => (
        int.Parse(match.Groups["event"].Value, null),
        match.Groups["severity"] is { Success: true } least ? int.Parse(least.Value, null) : 0));

    public IEnumerable<TimeSpan> LooksBack => Ago().Matches(_text).Select(match => double.Parse(match.Groups[1].Value, null) * (match.Groups[2].Value switch
    {
        "m" => TimeSpan.FromMinutes(1),
        "h" => TimeSpan.FromHours(1),
        _ => TimeSpan.FromDays(1),
    }));

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"(?<![\w.])(?<word>[A-Za-z_]\w*)(?<call>\s*\()?")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b([A-Za-z_]\w*)\s*=(?![=~])|\brange\s+(\w+)")]
    private static partial Regex OwnName();

    [GeneratedRegex("\\bProperties\\[\"([^\"]+)\"\\]")]
    private static partial Regex Tag();

    [GeneratedRegex("(?:SeverityLevel >= (?<severity>\\d) and )?(?:tostring\\()?Properties\\[\"EventId\"\\]\\)? == \"(?<event>\\d+)\"")]
    private static partial Regex Event();

    [GeneratedRegex(@"\bago\((\d+)([mhd])\)")]
    private static partial Regex Ago();
}
