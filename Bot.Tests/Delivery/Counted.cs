using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Rowcroft.LocalTeams.Clients;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Delivery;

/// <summary>What is there in the end, seen from outside: in Teams' chats, and in the database.</summary>
/// <param name="Reports">That somebody made until there was a receipt.</param>
/// <param name="Cases">In the database.</param>
/// <param name="Cards">Cases of which a card stands in the manager's chat.</param>
/// <param name="Told">Cases of which the outcome stands in the reporter's chat.</param>
/// <param name="Twice">Messages that stand in a chat although the same one stood there before: receipts, cards, outcomes, and that somebody cannot be reached.</param>
internal sealed partial record Counted(int Reports, int Cases, int Cards, int Told, int Twice)
{
    public static async Task<Counted> InAsync(PracticeInTeams practice, IReadOnlyCollection<string> reported)
    {
        await using var db = await practice.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        var manager = Messages(practice.Manager);
        var reporter = Messages(practice.Receptionist);
        return new(
            reported.Distinct().Count(),
            await db.Cases.CountAsync(),
            reported.Count(reference => manager.Contains($"Case {reference}")),
            reported.Count(reference => reporter.Contains($"Your report {reference}: what was decided")),
            new[] { manager, Messages(practice.Deputy), reporter }.Sum(messages => messages.Count - messages.Distinct().Count()));
    }

    /// <summary>A row of the table in the README.</summary>
    public string RowOf(Trouble trouble) => FormattableString.Invariant($"| {trouble.Name} | {Reports} | {Cases} | {Cards} | {Told} | {Twice} |");

    private static List<string> Messages(PersonClient person) =>
        [.. person.FromBot.Select(post => Title().Match(CardReading.Words(post, person.Person))).Where(found => found.Success).Select(found => found.Value)];

    [GeneratedRegex(@"^(Case RMC-[\d-]+|Thank you\. Your report is RMC-[\d-]+|Your report RMC-[\d-]+: what was decided|.* cannot be reached in Teams\..*)$", RegexOptions.Multiline)]
    private static partial Regex Title();
}
