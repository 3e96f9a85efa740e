using AdaptiveCards;
using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>What the nightly check found: which file, which case, what is wrong, and what to do.</summary>
internal static class AlertCard
{
    /// <summary>A store that is lost altogether is hundreds of findings; the first ones say it, and the command line lists all.</summary>
    public const int MostLines = 20;

    public static AdaptiveCard Draw(IReadOnlyList<AlertLine> lines) => CardLook.Card(
    [
        CardLook.Title("The nightly check found something wrong"),
        CardLook.Words(lines.Count == 1
            ? "Every night I read every screenshot and every record again. One of them is not as it was."
            : $"Every night I read every screenshot and every record again. {lines.Count} of them are not as they were."),
        .. lines.Take(MostLines).GroupBy(Heading).SelectMany(Case),
        .. lines.Count > MostLines ? [CardLook.Words($"And {lines.Count - MostLines} more.")] : Array.Empty<AdaptiveElement>(),
        CardParts.Heading("What to do"),
        CardLook.Words("1. Do not rely on the file or the record above, and do not hand it to anybody, until it is explained."),
        CardLook.Words("2. Tell whoever looks after the bot today. Nothing on its machine should be changed or cleared up. They can run: dotnet run --project Bot -- verify"),
        CardLook.Words("3. If personal data was lost or changed, tell the data protection officer: a breach may have to be reported within 72 hours."),
        CardLook.Words("4. If the police, a solicitor or a platform already has a copy, theirs may be the good one. Ask them to keep it."),
        CardLook.Small("I tell you once, and again after a week if it is still so."),
    ]);

    private static string Heading(AlertLine line) => line switch
    {
        { NobodysCase: true } => "A case that none of you may see",
        { Reference: { } reference } => $"Case {reference}",
        _ => "A report that has not been sent yet",
    };

    private static IEnumerable<AdaptiveElement> Case(IGrouping<string, AlertLine> findings)
    {
        yield return CardParts.Heading(findings.Key);
        foreach (var line in findings)
        {
            yield return line.File is { } name
                ? CardParts.Written(FindingSentences.For(line.Kind, line.Place) + " ", name)
                : CardLook.Words(FindingSentences.For(line.Kind, line.Place));
            if (line.Sha256 is { } sha256)
            {
                yield return CardParts.Hash(sha256);
            }
        }
    }
}
