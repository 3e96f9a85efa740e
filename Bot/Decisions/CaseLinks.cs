using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>Where a case card leads to.</summary>
internal sealed class CaseLinks(EvidenceLink evidence, IRoster roster)
{
    /// <returns><c>null</c> when there is no such page.</returns>
    public Uri? Evidence(Case @case) => evidence.To(@case.Reference);

    /// <summary>The chat with the reporter; whoever took their report back, or left, is left in peace.</summary>
    public async Task<Uri?> ReporterChatAsync(Case @case, PersonId viewer, CancellationToken cancellationToken)
    {
        if (@case.ReporterLeftAt is not null || @case.WithdrawnAt is not null || @case.Reporter.Id == viewer)
        {
            return null;
        }

        var people = await roster.GetAsync(@case.Practice, cancellationToken);
        return people.FirstOrDefault(person => person.Id == @case.Reporter.Id) is { } reporter ? PersonLink.Chat(reporter) : null;
    }
}
