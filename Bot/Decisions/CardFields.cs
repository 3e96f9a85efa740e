using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>The names under which cards send back what they carry and what was filled in.</summary>
internal static class CardFields
{
    /// <summary>Said to a press in which these are not to be found.</summary>
    public const string NotUnderstood = CardReply.NotUnderstood + " Please write cases to see the open cases.";

    public const string Case = "case";
    public const string Version = "version";

    /// <summary>The other case, where a press is about two.</summary>
    public const string Other = "other";

    /// <summary>The version of the guidance that the card shows.</summary>
    public const string Guidance = "guidance";

    /// <summary>Which long text is wanted in full (<see cref="LongText"/>).</summary>
    public const string Show = "show";

    public const string Page = "page";

    /// <summary>The number of the question that an answer belongs to, from 1.</summary>
    public const string Number = "number";

    /// <summary>Followed by the name of the outcome that the box stands for.</summary>
    public const string Outcome = "outcome";

    public const string Reason = "reason";
    public const string ForReporter = "forReporter";
    public const string NoEvidence = "noEvidence";
    public const string Question = "question";
    public const string Answer = "answer";

    /// <summary>Why an answer keeps what looks like a patient's details.</summary>
    public const string KeepReason = "keepReason";

    /// <summary>There when stars are wanted in their place.</summary>
    public const string Hide = "hide";
}
