using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Decisions;

/// <summary>The cards of this room, and cases with fixed ids to draw them from.</summary>
internal static class CardSamples
{
    public static readonly GuidanceLibrary Guidance = new(GuidanceContent.Read());
    public static readonly CaseDates Dates = new(new PracticeClock(Options.Create(new PracticeOptions()), new FakeTimeProvider(CaseBuilder.Wednesday)));
    public static readonly CaseCard CaseCard = new(Guidance, Dates);
    public static readonly QuestionCard QuestionCard = new(Dates);
    public static readonly OutcomeCard OutcomeCard = new(Guidance, Dates);
    public static readonly CaseListCard ListCard = new(Guidance, Dates);

    /// <summary>Markdown, HTML, JSON, a template, emoji, control characters and marks that turn the direction of text.</summary>
    public const string Hostile =
        "# **bold** [link](https://evil.example) <script>alert(1)</script> <at>Ann</at> ${x} {{DATE(now)}} \"},{\"type\":\"Input.Text\" 👩‍⚕️💥 \u202Egnp.exe\u0007\u0000";

    public static CaseBuilder Case() => new CaseBuilder()
        .WithId(new CaseId(new Guid("11111111-2222-3333-4444-555555555555")))
        .WithEvidence(Screenshot("post.png", 'a'), Screenshot("the comments below it.jpg", 'b'))
        .DueAt(CaseBuilder.Wednesday.AddDays(5).AddHours(8.5));

    public static SealedEvidence Screenshot(string name, char hash) =>
        new(new EvidenceId(Guid.Empty), name, "image/png", 12_345, new string(hash, 64), CaseBuilder.Wednesday);

    /// <summary>The case as its manager sees it two hours after it was reported, or later.</summary>
    public static CaseView View(Case @case, TimeSpan? after = null) =>
        new(@case, @case.ReportedAt + (after ?? TimeSpan.FromHours(2)), ["29:mona", "29:dev"]);

    public static Case Asked(Case @case, string question = "Could you send a picture that shows the whole page?") =>
        ((CaseOutcome.Recorded)@case.Ask(new AskCommand(@case.Version, question), CaseBuilder.Mona, @case.ReportedAt.AddHours(1))).Case;

    public static Case Answered(Case @case, string answer = "I have sent one by email.\nIt shows the name as well.") =>
        ((CaseOutcome.Recorded)@case.Answer(new AnswerCommand(answer), @case.Reporter, @case.ReportedAt.AddHours(1.5))).Case;

    public static Case Decided(Case @case, params IReadOnlyList<DecisionOutcome> outcomes) => CaseBuilder.Decision(@case, outcomes).Case;

    /// <summary>As long as anybody can make it, with the widest characters, and every outcome possible.</summary>
    public static CaseBuilder Longest(string filler)
    {
        string Text(int length) => WrittenWords.Cut(string.Concat(Enumerable.Repeat(filler, (length / filler.Length) + 1)), length - 1);
        return Case()
            .ReportedBy(CaseBuilder.Ann with { Name = Text(200) })
            .WithEvidence([.. Enumerable.Range(0, 10).Select(_ => Screenshot(Text(200), 'c'))])
            .Urgent()
            .OfKind(Enum.GetValues<AbuseKind>())
            .With(facts => facts with
            {
                Subject = ReportSubject.Colleague,
                Colleague = CaseBuilder.Dev with { Name = Text(200) },
                Link = "https://facebook.example/" + new string('x', 1_900),
                Poster = Text(200),
                WhatHappened = Text(4_000),
            });
    }
}
