namespace Rowcroft.TeamsBot.Cases;

/// <summary>
/// What is left of a case whose time is over: that it was there, under which rule it was deleted, and hashes. Nothing in it tells what
/// was reported, by whom or about whom; whoever still has a file, an event or an export can prove with it that it belonged to the case.
/// </summary>
/// <param name="BegunAt">When the first of it was destroyed.</param>
/// <param name="PurgedAt">When the last of it was.</param>
/// <param name="Rule">The retention rule, in words.</param>
/// <param name="ChainIntact">Whether the case's hash chain still held when it was deleted.</param>
/// <param name="Files">SHA-256 of each file, redacted copies too, in the order in which they were received.</param>
/// <param name="Events">The hash of each event, from the first.</param>
/// <param name="ChainEnd">The end of the chain as the case remembered it.</param>
internal sealed record PurgeCertificate(
    CaseId Case,
    PracticeId Practice,
    CaseReference Reference,
    DateTimeOffset BegunAt,
    DateTimeOffset PurgedAt,
    string Rule,
    bool ChainIntact,
    IReadOnlyList<string> Files,
    IReadOnlyList<string> Events,
    string ChainEnd);
