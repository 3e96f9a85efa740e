namespace Rowcroft.TeamsBot.Guidance;

/// <summary>Where a statement comes from.</summary>
/// <param name="Url">Absolute, https.</param>
/// <param name="PageDate">The date the page itself shows, as text; <c>null</c> when it shows none.</param>
internal sealed record Source(string Title, Uri Url, string? PageDate = null);
