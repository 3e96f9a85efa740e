using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>One message in a report that is being made. The steps of the dialog find it in the turn's state.</summary>
internal sealed record DraftTurn(ITurnContext Context, Caller Caller, ReportDraft Draft)
{
    public CaseId Id => Draft.CaseId;

    public Activity Message => Context.Activity;

    public Submission? Submission { get; } = Submission.From(Context.Activity);

    /// <summary>What was typed, in small letters; empty for a press.</summary>
    public string Words { get; } = Submission.From(Context.Activity) is null
        ? (Context.Activity.Text ?? "").Trim().Trim('.', '!').ToLowerInvariant()
        : "";

    /// <summary>The message whose button was pressed; <c>null</c> for typed words, and when Teams does not say.</summary>
    public string? PressedCardId => Submission is null ? null : Message.ReplyToId;

    public bool IsPressOf(string verb) => Submission?.Verb == verb;

    /// <summary>A press of this button, or one of these words typed.</summary>
    public bool Says(string verb, params ReadOnlySpan<string> words) => IsPressOf(verb) || words.Contains(Words);
}
