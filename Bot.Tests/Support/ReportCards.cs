using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Reporting;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>What the cards of the reporting room are drawn from.</summary>
internal static class ReportCards
{
    public static readonly GuidanceLibrary Guidance = new(GuidanceContent.Read());
    public static readonly DateOnly Today = new(2026, 3, 4);
    public static readonly PracticeClock Clock = new(Options.Create(new PracticeOptions()), new FakeTimeProvider(CaseBuilder.Wednesday));

    /// <summary>Looks like formatting to a card, a browser and JSON. It must come out as it went in.</summary>
    public const string Hostile = "**bold** [link](https://evil.example) <script>alert(1)</script> <b>&amp; \"quoted\" \\ {{DATE(2026-01-01)}} ![x](y) # head";

    public static readonly IReadOnlyList<Person> Colleagues =
        [.. new[] { ReportDriver.Bea, CaseBuilder.Dev, CaseBuilder.Mona }.Select(person => new Person(person.Id, person.Name, null, FixedRoster.UserIdOf(person)))];

    public static readonly FormAnswers Filled = FormAnswers.From(FilledForm.About());

    public static ReportDraft Draft(FormAnswers? answers = null, ReportStep step = ReportStep.Form, Urgency urgency = Urgency.Normal) => new()
    {
        Id = new Guid("11111111-2222-3333-4444-555555555555"),
        Reporter = CaseBuilder.Ann.Id.Value,
        StartedAt = CaseBuilder.Wednesday,
        TouchedAt = CaseBuilder.Wednesday,
        Step = step,
        Urgency = urgency,
        Answers = answers ?? new FormAnswers(),
    };

    public static IReadOnlyList<SealedEvidence> Screenshots(int count = 2) => [.. Enumerable.Range(1, count).Select(number => new SealedEvidence(
        new EvidenceId(Guid.Empty), $"post {number}.png", "image/png", 345_678 * number, new string((char)('a' + (number % 6)), 64), CaseBuilder.Wednesday))];

    /// <summary>Where a report's screenshots are looked at.</summary>
    public static Uri PageOf(CaseReference reference) => new($"https://bot.rowcroft.example/cases/{reference}/evidence");

    public static ReportedFacts Facts(FormAnswers? answers = null) => Check(answers ?? Filled).Facts!;

    public static CheckedForm Check(FormAnswers answers) => new FormCheck(Colleagues, Today).Run(answers);

    public static CaseBuilder Case() => new CaseBuilder()
        .WithId(new CaseId(new Guid("11111111-2222-3333-4444-555555555555")))
        .WithEvidence(Screenshots())
        .DueAt(new DateTimeOffset(2026, 3, 9, 18, 30, 0, TimeSpan.Zero));
}
