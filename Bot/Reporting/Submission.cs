using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>A pressed button of one of this room's cards.</summary>
/// <param name="Draft">The draft (or case) the card was about; <c>null</c> when the card names none.</param>
internal sealed record Submission(string Verb, CaseId? Draft, JObject Data)
{
    public const string VerbKey = "verb";
    public const string DraftKey = "draft";
    public const string CaseKey = "case";
    public const string PageKey = "page";

    /// <summary><c>null</c> when the message is no press of ours.</summary>
    public static Submission? From(IMessageActivity message) =>
        message.Value is JObject data && Text(data, VerbKey) is { Length: > 0 } verb
            ? new Submission(verb, CaseId.Parse(Text(data, DraftKey)), data)
            : null;

    public CaseId? Case => CaseId.Parse(Text(Data, CaseKey));

    /// <summary>From 0.</summary>
    public int Page => int.TryParse(Text(Data, PageKey), out var page) && page is > 0 and < 1_000 ? page : 0;

    /// <summary>What was filled in or chosen, without control characters; empty when nothing was, or no single value came.</summary>
    public string Filled(string input) => FormAnswers.Clean(Text(Data, input) ?? "");

    private static string? Text(JObject data, string key) => (data[key] as JValue)?.Value?.ToString();
}
