using System.Globalization;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>A text of a case that the card may show only the beginning of. It is asked for by its key.</summary>
internal sealed record LongText(string Key, string Title, string Text)
{
    public static LongText Report(Case @case) => new("report", "What happened", @case.Facts.WhatHappened);

    public static LongText Reason(Decision decision) => new("reason", "Reason, for the file", decision.Reason);

    public static LongText? ForReporter(Decision decision) =>
        decision.ForReporter is { } text ? new("for-reporter", "For the reporter", text) : null;

    public static LongText? NoEvidence(Decision decision) =>
        decision.NoEvidenceReason is { } text ? new("no-evidence", "Why there is no screenshot", text) : null;

    /// <param name="index">From 0.</param>
    public static LongText Question(Case @case, int index) =>
        new(KeyOf("question", index), "Question", @case.Questions[index].Text);

    /// <param name="index">From 0.</param>
    public static LongText? Answer(Case @case, int index) =>
        @case.Questions[index].Answer is { } text ? new(KeyOf("answer", index), "Answer", text) : null;

    /// <returns><c>null</c> when the case has no such text.</returns>
    public static LongText? Find(Case @case, string? key) => key is null ? null : All(@case).FirstOrDefault(text => text?.Key == key);

    private static IEnumerable<LongText?> All(Case @case) =>
    [
        Report(@case),
        .. @case.Decision is { } decision ? [Reason(decision), ForReporter(decision), NoEvidence(decision)] : Array.Empty<LongText?>(),
        .. @case.Questions.SelectMany((_, index) => new[] { Question(@case, index), Answer(@case, index) }),
    ];

    private static string KeyOf(string kind, int index) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{index + 1}");
}
