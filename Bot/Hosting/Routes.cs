using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Exports;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.SelfTest;
using Rowcroft.TeamsBot.SetUp;
using Rowcroft.TeamsBot.WeeklySummary;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>Takes a message; <c>false</c> when it is not for this person.</summary>
internal delegate Task<bool> MessageRoute(Turn turn);

/// <summary>Takes a press; the answer is the redrawn card or a sentence.</summary>
internal delegate Task<AdaptiveCardInvokeResponse> VerbRoute(Turn turn, JObject data);

/// <summary>Takes a message about one case; what was typed after the word is in <see cref="Turn.Rest"/>.</summary>
internal delegate Task CaseRoute(Turn turn, string reference);

/// <summary>Every word, submission and verb the bot knows, and who takes it.</summary>
internal static class Routes
{
    /// <summary>The name of what has no route of its own.</summary>
    private const string NoRoute = "anything else";

    public static readonly IReadOnlyDictionary<string, MessageRoute> Words = new Dictionary<string, MessageRoute>(StringComparer.OrdinalIgnoreCase)
    {
        ["report"] = Always(turn => turn.Get<ReportingConversation>().StartAsync(turn.Caller, turn.Context, turn.Cancellation)),
        ["my reports"] = Always(turn => turn.Get<ReportingConversation>().MyReportsAsync(turn.Caller, turn.Context, turn.Cancellation)),
        ["guidance"] = Always(turn => turn.Get<ReportingConversation>().GuidanceAsync(turn.Caller, turn.Context, turn.Cancellation)),
        ["help"] = Always(turn => turn.Get<ReportingConversation>().HelpAsync(turn.Caller, turn.Context, turn.Cancellation)),
        ["cancel"] = Always(turn => turn.Get<ReportingConversation>().CancelAsync(turn.Caller, turn.Context, turn.Cancellation)),
        ["cases"] = Always(turn => turn.Get<CasesCommand>().HandleAsync(turn.Caller, turn.Context, turn.Cancellation)),
        ["selftest"] = turn => turn.Get<SelfTestCommand>().HandleAsync(turn.Caller, turn.Context, turn.Cancellation),
        ["setup"] = turn => turn.Get<SetUpCommand>().HandleAsync(turn.Caller, turn.Context, turn.Cancellation),
        ["summary"] = turn => turn.Get<SummaryCommand>().HandleAsync(turn.Caller, turn.Context, turn.Cancellation),
    };

    /// <summary>Words that something follows.</summary>
    public static readonly IReadOnlyDictionary<string, MessageRoute> Openings = new Dictionary<string, MessageRoute>(StringComparer.OrdinalIgnoreCase)
    {
        ["case"] = Always(ToCase),
    };

    /// <summary>Words after a case's reference: <c>case RMC-2026-0042 hold …</c>. Without one, the case is shown.</summary>
    public static readonly IReadOnlyDictionary<string, CaseRoute> CaseWords = new Dictionary<string, CaseRoute>(StringComparer.OrdinalIgnoreCase)
    {
        ["export"] = (turn, reference) => turn.Get<AskForExport>().HandleAsync(turn.Caller, reference, turn.Context, turn.Cancellation),
        ["hold"] = (turn, reference) => turn.Get<HoldCommand>().HandleAsync(turn.Caller, HoldChange.Place, reference, turn.Rest, turn.Context, turn.Cancellation),
        ["history"] = (turn, reference) => turn.Get<HistoryCommand>().HandleAsync(turn.Caller, reference, turn.Context, turn.Cancellation),
        ["release"] = (turn, reference) => turn.Get<HoldCommand>().HandleAsync(turn.Caller, HoldChange.Release, reference, turn.Rest, turn.Context, turn.Cancellation),
    };

    /// <summary>Submissions that are not an answer in the running report.</summary>
    public static readonly IReadOnlyDictionary<string, MessageRoute> Submissions = new Dictionary<string, MessageRoute>
    {
        [ReportVerbs.Withdraw] = Always(turn => turn.Get<ReportingConversation>().WithdrawAsync(turn.Caller, turn.Context, turn.Cancellation)),
    };

    public static readonly IReadOnlyDictionary<string, VerbRoute> Verbs = new Dictionary<string, VerbRoute>
    {
        [DecisionVerbs.Decide] = (turn, data) => turn.Get<DecideHandler>().HandleAsync(turn.Caller, data, turn.Context, turn.Cancellation),
        [DecisionVerbs.Ask] = (turn, data) => turn.Get<AskHandler>().HandleAsync(turn.Caller, data, turn.Context, turn.Cancellation),
        [DecisionVerbs.Refresh] = (turn, data) => turn.Get<RefreshCaseHandler>().HandleAsync(turn.Caller, data, turn.Context, turn.Cancellation),
        [DecisionVerbs.Merge] = ToTwins(DecisionVerbs.Merge),
        [DecisionVerbs.NotTheSame] = ToTwins(DecisionVerbs.NotTheSame),
        [DecisionVerbs.TakeApart] = ToTwins(DecisionVerbs.TakeApart),
        [DecisionVerbs.List] = (turn, data) => turn.Get<ListCasesHandler>().HandleAsync(turn.Caller, data, turn.Context, turn.Cancellation),
        [DecisionVerbs.Answer] = (turn, data) => turn.Get<AnswerHandler>().HandleAsync(turn.Caller, data, turn.Context, turn.Cancellation),
        [ExportVerbs.Request] = (turn, data) => turn.Get<AskForExport>().PressAsync(turn.Caller, data, turn.Cancellation),
        [ExportVerbs.Confirm] = (turn, data) => turn.Get<AnswerExport>().PressAsync(turn.Caller, true, data, turn.Cancellation),
        [ExportVerbs.Decline] = (turn, data) => turn.Get<AnswerExport>().PressAsync(turn.Caller, false, data, turn.Cancellation),
        [ExportVerbs.Link] = (turn, data) => turn.Get<MakeExportLink>().PressAsync(turn.Caller, data, turn.Cancellation),
        [SetUpVerbs.Save] = ToSetUp(SetUpVerbs.Save),
        [SetUpVerbs.Change] = ToSetUp(SetUpVerbs.Change),
        [CustodyVerbs.Hold] = (turn, data) => turn.Get<HoldCommand>().PressAsync(turn.Caller, HoldChange.Place, data, turn.Cancellation),
        [CustodyVerbs.History] = (turn, data) => turn.Get<HistoryCommand>().PressAsync(turn.Caller, data, turn.Cancellation),
        [CustodyVerbs.Release] = (turn, data) => turn.Get<HoldCommand>().PressAsync(turn.Caller, HoldChange.Release, data, turn.Cancellation),
    };

    /// <summary>Whatever has no route of its own belongs to the report that is being made, or gets the welcome card.</summary>
    public static readonly MessageRoute AnythingElse =
        Always(turn => turn.Get<ReportingConversation>().ContinueAsync(turn.Caller, turn.Context, turn.Cancellation));

    /// <returns>The name is one of the table's, never what was typed.</returns>
    public static (string Name, MessageRoute? Route, string After) ForText(string? text)
    {
        var words = (text ?? "").Trim();
        if (Words.TryGetValue(words, out var route))
        {
            return (words.ToLowerInvariant(), route, "");
        }

        var space = words.IndexOf(' ');
        return space > 0 && Openings.TryGetValue(words[..space], out route)
            ? (words[..space].ToLowerInvariant(), route, words[(space + 1)..].Trim())
            : (NoRoute, null, "");
    }

    public static (string Name, MessageRoute? Route, string After) ForSubmission(string? verb) =>
        verb is not null && Submissions.TryGetValue(verb, out var route) ? (verb, route, "") : (NoRoute, null, "");

    public static VerbRoute? ForVerb(string? verb) => verb is null ? null : Verbs.GetValueOrDefault(verb);

    private static Task ToCase(Turn turn)
    {
        var words = turn.Rest.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1 && CaseWords.TryGetValue(words[1], out var route))
        {
            TurnNotes.Went(turn.Context, $"case {words[1].ToLowerInvariant()}");
            return route(turn with { Rest = words.Length > 2 ? words[2].Trim() : "" }, words[0]);
        }

        return turn.Get<CaseCommand>().HandleAsync(turn.Caller, turn.Rest, turn.Context, turn.Cancellation);
    }

    private static VerbRoute ToTwins(string verb) =>
        (turn, data) => turn.Get<TwinHandler>().HandleAsync(turn.Caller, verb, data, turn.Context, turn.Cancellation);

    private static VerbRoute ToSetUp(string verb) =>
        (turn, data) => turn.Get<SetUpCommand>().PressAsync(turn.Caller, verb, data, turn.Context, turn.Cancellation);

    private static MessageRoute Always(Func<Turn, Task> handle) => async turn =>
    {
        await handle(turn);
        return true;
    };
}
