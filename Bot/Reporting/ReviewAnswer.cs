namespace Rowcroft.TeamsBot.Reporting;

/// <summary>What the reporter wants done with the finished report.</summary>
internal enum ReviewAnswer
{
    Send,

    /// <summary>Back to the form, filled in as it was.</summary>
    Change,
}
