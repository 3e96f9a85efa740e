using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Guidance;

/// <summary>What the members of the vocabulary are called in front of people, where that is all there is to say about them.</summary>
internal sealed record Labels(
    IReadOnlyDictionary<Platform, string> Platforms,
    IReadOnlyDictionary<PostLocation, string> Locations,
    IReadOnlyDictionary<PostVisibility, string> Visibilities,
    IReadOnlyDictionary<PosterRelation, string> Posters,
    IReadOnlyDictionary<ReportSubject, string> Subjects,
    IReadOnlyDictionary<Urgency, string> Urgencies,
    IReadOnlyDictionary<CaseStatus, string> Statuses,
    IReadOnlyDictionary<EvidenceTaker, string> Takers,
    IReadOnlyDictionary<EvidenceDevice, string> Devices,
    IReadOnlyDictionary<WholeScreen, string> WholeScreens,
    IReadOnlyDictionary<SeenHow, string> SeenHows);
