using System.Diagnostics;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>Why a press could not be recorded, and what to do about it.</summary>
internal static class DecisionSentences
{
    public const string Stale =
        "Nothing was recorded: the case has changed since your card was drawn. Please look again. What you typed is still here.";

    public const string GuidanceChanged =
        "Nothing was recorded: the guidance has changed since your card was drawn. Please look again. What you typed is still here.";

    public const string OneIsDecided = "Nothing was changed: one of the two cases has been decided.";
    public const string OneIsTakenBack = "Nothing was changed: one of the two cases has been taken back by its reporter.";
    public const string OneIsMerged = "Nothing was changed: one of the two cases has been put together with another one. Please look again.";

    /// <summary>To an approver.</summary>
    public static string For(Refusal refusal) => refusal switch
    {
        Refusal.NothingChosen => "Nothing was recorded yet: please tick at least one outcome.",
        Refusal.ReasonMissing => "Nothing was recorded yet: please write the reason. It is for the file. The reporter does not see it.",
        Refusal.TextTooLong => "Nothing was recorded yet: a text is longer than 4,000 characters. Please make it shorter.",
        Refusal.ImpossibleHere =>
            "Nothing was recorded: that is not possible for this post. The practice can remove only comments and visitor posts on its own Facebook page.",
        Refusal.EvidenceMissing =>
            "Nothing was recorded yet: removing and reporting are locked because no screenshot is sealed. Please write why, or ask the reporter for one.",
        Refusal.NoFurtherActionStandsAlone =>
            "Nothing was recorded yet: “No further action” cannot go together with another outcome.",
        Refusal.QuestionWaiting => "Nothing was sent: a question is already waiting for the reporter's answer.",
        Refusal.TextMissing => "Nothing was sent yet: please write your question.",
        Refusal.ReporterLeft => "Nothing was sent: the reporter has taken their report back, so they are not asked any more.",
        Refusal.SameCase or Refusal.OtherPractice or Refusal.NotTogether or Refusal.SaidBefore
            => throw new UnreachableException(),
        Refusal.NoQuestion or Refusal.NotTheReporter or Refusal.AlreadyOnHold or Refusal.NotOnHold or Refusal.BeingDeleted or Refusal.StillOpen
            or Refusal.NoPicturesOfThis or Refusal.AlreadyReceived
            => throw new UnreachableException(),
        _ => throw new UnreachableException(),
    };

    /// <summary>To the reporter who answers a question.</summary>
    public static string ForReporter(Refusal refusal) => refusal switch
    {
        Refusal.TextMissing => "Nothing was sent yet: please write your answer.",
        Refusal.TextTooLong => "Nothing was sent yet: your answer is longer than 4,000 characters. Please make it shorter.",
        _ => throw new UnreachableException(),
    };
}
