using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>What each event was, in a few words. Nothing that people wrote is among them.</summary>
internal static class HistoryWords
{
    /// <summary>For what another room writes down and this one has no words for yet.</summary>
    public const string Other = "something else";

    public static string For(CaseEvent @event) => @event switch
    {
        CaseReported reported => $"reported, {Screenshots(reported.Evidence.Count)}",
        EvidenceReceived => "a screenshot received",
        EvidenceNameKept => "the name of a screenshot kept as it was sent",
        EvidenceViewed => "a screenshot viewed",
        EvidenceDownloaded => "a screenshot downloaded",
        EvidenceRedacted => "a screenshot redacted; the original is kept",
        EvidencePurged => "a screenshot deleted",
        EvidenceInfected infected => $"the virus check found {infected.Signature} in a screenshot; it is destroyed",
        QuestionAsked => "the reporter asked",
        QuestionAnswered => "the question answered",
        CaseDecided => "decided",
        CaseWithdrawn => "taken back",
        HoldPlaced => "legal hold placed",
        HoldReleased => "legal hold released",
        PurgeBegun => "deletion begun, because the retention time is over",
        ExportRequested => "a bundle of the evidence asked for",
        ExportConfirmed => "the bundle confirmed",
        ExportDeclined => "the bundle declined",
        EvidenceExported => "the evidence exported",
        SubjectAccessGiven => "a copy of what is held about a member of staff made",
        CasesMerged merged => $"{merged.DuplicateReference} put together with {merged.MainReference}: the same post",
        CasesTakenApart apart => $"{apart.DuplicateReference} taken apart from {apart.MainReference}",
        TwinDismissed dismissed => $"said to be another post than {dismissed.Reference}",
        ReportTakenBack back => $"{back.Reference} taken back by its reporter; the case went on for the others",
        ActionRefused refused => $"refused: {refused.Attempted}",
        _ => Other,
    };

    /// <summary>The hash of the file that it was about; <c>null</c> when it was about none, or several.</summary>
    public static string? Sha256(CaseEvent @event) => @event switch
    {
        EvidenceReceived received => received.Evidence.Sha256,
        EvidenceViewed viewed => viewed.Sha256,
        EvidenceDownloaded downloaded => downloaded.Sha256,
        EvidenceRedacted redacted => redacted.Copy.Sha256,
        EvidencePurged purged => purged.Sha256,
        EvidenceInfected infected => infected.Sha256,
        _ => null,
    };

    private static string Screenshots(int count) => count switch
    {
        0 => "without a screenshot",
        1 => "with 1 screenshot",
        _ => $"with {count} screenshots",
    };
}
