using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Exports;

/// <summary>Where a request stands at a moment. The clock alone can move it on, so that it is worked out and not stored.</summary>
internal enum ExportStage
{
    /// <summary>Nobody has agreed yet.</summary>
    Waiting,

    /// <summary>Nobody agreed in time.</summary>
    RanOut,
    Declined,

    /// <summary>The case is not any more what was asked for, or agreed to.</summary>
    CaseChanged,

    /// <summary>The person who asked can make links.</summary>
    Ready,

    /// <summary>The time for links is over.</summary>
    Closed,
}

internal static class ExportStages
{
    public static ExportStage Of(ExportRow export, Case @case, DateTimeOffset now) => export switch
    {
        { State: ExportState.Declined } => ExportStage.Declined,
        { State: ExportState.Asked } when now - export.RequestedAt > ExportTimes.Request => ExportStage.RanOut,
        { State: ExportState.Confirmed } when now - export.AnsweredAt > ExportTimes.Links => ExportStage.Closed,
        _ when export.CaseVersion != @case.Version => ExportStage.CaseChanged,
        { State: ExportState.Confirmed } => ExportStage.Ready,
        _ => ExportStage.Waiting,
    };
}
