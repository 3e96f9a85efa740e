using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Something in a report that looks like a patient's details.</summary>
/// <param name="File">The screenshot whose name it stands in; <c>null</c> when it stands in the form.</param>
internal sealed record PointedOut(string Where, PatientDetail Detail, SealedEvidence? File = null)
{
    public const string WhatHappened = "What happened";
    public const string Poster = "Who posted it";
    public const string Link = "Link";
    public const string FileName = "Name of a screenshot";

    /// <summary>Where it stands and how it looks with stars: all that is kept of it apart from the report itself.</summary>
    public string Said => $"{Where}: {Detail.Said}";

    public static IReadOnlyList<PointedOut> In(ReportDraft draft, IReadOnlyList<SealedEvidence> kept) =>
    [
        .. In(WhatHappened, draft.Answers.WhatHappened),
        .. In(Poster, draft.Answers.Poster),
        .. In(Link, draft.Answers.Link),
        .. kept.SelectMany(In),
    ];

    /// <summary>In the name of a screenshot.</summary>
    public static IEnumerable<PointedOut> In(SealedEvidence file) => In(FileName, file.Name).Select(found => found with { File = file });

    /// <summary>Those that the reporter has not said anything about yet.</summary>
    public static IReadOnlyList<PointedOut> Open(ReportDraft draft, IReadOnlyList<SealedEvidence> kept)
    {
        var settled = (draft.KeptDetails?.Masked ?? []).ToList();
        return [.. In(draft, kept).Where(found => !settled.Remove(found.Said))];
    }

    /// <summary>What was kept on purpose and has not been taken out since.</summary>
    public static KeptPatientDetails? StillThere(ReportDraft draft, IReadOnlyList<SealedEvidence> kept) =>
        draft.KeptDetails is { } details && In(draft, kept).Select(found => found.Said).ToList() is { Count: > 0 } said
            ? details with { Masked = said }
            : null;

    private static IEnumerable<PointedOut> In(string where, string text) =>
        PatientDetails.In(text).Select(detail => new PointedOut(where, detail));
}
