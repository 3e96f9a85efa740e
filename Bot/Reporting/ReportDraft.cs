using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>
/// A report that is being made: all that was answered so far, as it was typed. Kept with the conversation, so that it survives a restart.
/// Screenshots are not in it: the Evidence room knows them by the draft's id.
/// </summary>
internal sealed class ReportDraft
{
    /// <summary>Becomes the id of the case, so that one draft can only become one case.</summary>
    public Guid Id { get; set; }

    /// <summary>Whose it is. Nobody else is ever shown it.</summary>
    public string Reporter { get; set; } = "";

    /// <summary>The practice to which it is reported. A chat has one report at a time, to whichever practice.</summary>
    public string Practice { get; set; } = "";

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When the reporter last did anything about it.</summary>
    public DateTimeOffset TouchedAt { get; set; }

    public ReportStep Step { get; set; }

    public Urgency Urgency { get; set; }

    public FormAnswers Answers { get; set; } = new();

    /// <summary>What the reporter said about the screenshots; <c>null</c> until it was asked.</summary>
    public EvidenceProvenance? Provenance { get; set; }

    /// <summary>Screenshots that were pasted and that Teams did not let us have; they were asked for as files and have not come yet.</summary>
    public int MissingEvidence { get; set; }

    /// <summary>What looks like a patient's details and was kept on purpose.</summary>
    public KeptPatientDetails? KeptDetails { get; set; }

    /// <summary>The activity that shows the waiting card; <c>null</c> before the first one was shown.</summary>
    public string? CardId { get; set; }

    /// <summary>The last activity that was taken: Teams delivers some twice, and the second changes nothing.</summary>
    public string? LastActivityId { get; set; }

    /// <summary>The reporter wrote <c>cancel</c> and has not yet said whether they mean it.</summary>
    public bool CancelAsked { get; set; }

    public CaseId CaseId => new(Id);

    public bool IsAboutSexualImage => FormCheck.KindsIn(Answers.Kinds).Contains(AbuseKind.SexualImage);
}
