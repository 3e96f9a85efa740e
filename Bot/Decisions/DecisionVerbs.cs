namespace Rowcroft.TeamsBot.Decisions;

/// <summary>What the buttons of this room's cards ask for.</summary>
internal static class DecisionVerbs
{
    /// <summary>Record a decision.</summary>
    public const string Decide = "case/decide";

    /// <summary>Send the reporter a question.</summary>
    public const string Ask = "case/ask";

    /// <summary>Draw the case as it is now, or one long text of it.</summary>
    public const string Refresh = "case/refresh";

    /// <summary>Two cases are about the same post: put them together.</summary>
    public const string Merge = "case/merge";

    /// <summary>Two cases only look alike.</summary>
    public const string NotTheSame = "case/not-the-same";

    /// <summary>Two cases that were put together are about different posts after all.</summary>
    public const string TakeApart = "case/take-apart";

    /// <summary>Another page of the open cases.</summary>
    public const string List = "case/list";

    /// <summary>The reporter's answer to a question.</summary>
    public const string Answer = "question/answer";
}
