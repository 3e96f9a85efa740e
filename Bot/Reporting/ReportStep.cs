namespace Rowcroft.TeamsBot.Reporting;

/// <summary>How far a report has come: the question that waits for its answer. In the order in which they are asked.</summary>
internal enum ReportStep
{
    /// <summary>Is someone in danger now?</summary>
    Safety,
    Form,

    /// <summary>Left out when the form says "sexual image".</summary>
    Screenshots,

    /// <summary>Where the screenshots come from. Left out when there is none.</summary>
    Provenance,

    /// <summary>Something looks like a patient's details. Left out when nothing does.</summary>
    PatientDetails,

    /// <summary>Everything in one card: send, change or cancel.</summary>
    Review,
}
