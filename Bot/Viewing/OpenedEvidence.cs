using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>A case's screenshots in front of somebody who may see them at this moment.</summary>
/// <param name="AsApprover">One of those who decide the case; otherwise its reporter, who sees what they sent themselves.</param>
/// <param name="Pictures">Those that this person may see, in the order in which they came; a copy after its original.</param>
internal sealed record OpenedEvidence(Case Case, Visitor Visitor, bool AsApprover, IReadOnlyList<ShelvedPicture> Pictures)
{
    public IEnumerable<ShelvedPicture> Originals => Pictures.Where(picture => picture.CopyOf is null);

    /// <summary>The case, and those merged into it that pictures came with.</summary>
    public IEnumerable<Case> Reports => Pictures.Select(picture => picture.Case).Prepend(Case).DistinctBy(report => report.Id);

    public IEnumerable<ShelvedPicture> CopiesOf(ShelvedPicture original) => Pictures.Where(picture => picture.CopyOf == original.Id);

    /// <returns><c>null</c> when there is none, or nothing of it can be seen.</returns>
    public ShelvedPicture? Find(string? id) => Guid.TryParse(id, out var value)
        ? Pictures.FirstOrDefault(picture => picture.Id == new EvidenceId(value) && picture.State == PictureState.Ready)
        : null;
}
