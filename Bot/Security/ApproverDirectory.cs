using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Security;

/// <summary>Resolves the configured managers and deputies over the roster: whoever left the team decides nothing any more.</summary>
internal sealed class ApproverDirectory(IRoster roster, IOptions<PracticeOptions> options)
{
    public async Task<Approvers> GetAsync(PracticeId practice, CancellationToken cancellationToken)
    {
        var people = await roster.GetAsync(practice, cancellationToken);
        return new Approvers(Named(options.Value.Managers, people), Named(options.Value.Deputies, people));
    }

    private static List<Person> Named(IEnumerable<string> configured, IReadOnlyList<Person> people)
    {
        var wanted = configured.Where(one => !string.IsNullOrWhiteSpace(one)).Select(one => one.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. people.Where(person => wanted.Contains(person.Id.Value) || (person.Upn is { } upn && wanted.Contains(upn)))];
    }
}
