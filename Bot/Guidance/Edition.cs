namespace Rowcroft.TeamsBot.Guidance;

/// <summary>Which guidance this is. <paramref name="Version"/> is stored with every decision that was made under it.</summary>
/// <param name="CheckedOn">The day on which the sources were last read for it.</param>
/// <param name="ReviewBy">From the day after, the guidance should be read again before anybody relies on it.</param>
/// <param name="Note">A sentence to show beside a summary.</param>
internal sealed record Edition(string Version, DateOnly CheckedOn, DateOnly ReviewBy, string Note)
{
    public bool IsDueForReview(DateOnly today) => today > ReviewBy;
}
