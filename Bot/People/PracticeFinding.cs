using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Rowcroft.TeamsBot.People;

/// <summary>How something of one practice is.</summary>
/// <param name="Sentence">For everybody, strangers too: counts and states.</param>
/// <param name="Inside">The same for the practice's administrators, who may read names; <c>null</c> when there is no more to say.</param>
/// <param name="ToDo">The one thing to do, with the setting it is about; <c>null</c> when all is fine.</param>
internal sealed record PracticeFinding(HealthStatus Status, string Sentence, string? Inside = null, string? ToDo = null)
{
    /// <summary>It travels through libraries that may log it.</summary>
    public override string ToString() => Status.ToString();
}
