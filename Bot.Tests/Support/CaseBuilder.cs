using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>
/// A report and the case it becomes. Without any <c>With…</c>: a comment on the practice's own Facebook page about the reporter,
/// reported on Wednesday 4 March 2026 at 10:00 UTC, with one screenshot.
/// </summary>
internal sealed class CaseBuilder
{
    public static readonly PracticeId Practice = new("rowcroft");
    public static readonly NamedPerson Ann = new(new PersonId("00000000-0000-0000-0000-0000000000a1"), "Ann Receptionist");
    public static readonly NamedPerson Mona = new(new PersonId("00000000-0000-0000-0000-0000000000b1"), "Mona Manager");
    public static readonly NamedPerson Dev = new(new PersonId("00000000-0000-0000-0000-0000000000c1"), "Dev Deputy");
    public static readonly DateTimeOffset Wednesday = new(2026, 3, 4, 10, 0, 0, TimeSpan.Zero);

    private CaseId _id = new(Guid.NewGuid());
    private PracticeId _practice = Practice;
    private NamedPerson _reporter = Ann;
    private Urgency _urgency = Urgency.Normal;
    private int _number = 1;
    private DateTimeOffset _reportedAt = Wednesday;
    private DateTimeOffset? _dueAt;
    private IReadOnlyList<SealedEvidence> _evidence = [Screenshot("post.png")];
    private ReportedFacts _facts = new()
    {
        Subject = ReportSubject.Me,
        Platform = Platform.Facebook,
        Location = PostLocation.OwnPagePost,
        Link = "https://facebook.example/post/1",
        SeenOn = new DateOnly(2026, 3, 3),
        Visibility = PostVisibility.StillUp,
        WhatHappened = "They called me names under our opening hours.",
        Kinds = [AbuseKind.StaffNamed, AbuseKind.AbusiveOrOffensive],
        Poster = "angry.patient",
        PosterRelation = PosterRelation.Patient,
    };

    public static SealedEvidence Screenshot(string name) => new(
        new EvidenceId(Guid.NewGuid()),
        name,
        "image/png",
        12_345,
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Guid.NewGuid().ToByteArray())),
        Wednesday);

    public CaseBuilder WithId(CaseId id) => Change(() => _id = id);

    public CaseBuilder In(PracticeId practice) => Change(() => _practice = practice);

    public CaseBuilder ReportedBy(NamedPerson reporter) => Change(() => _reporter = reporter);

    public CaseBuilder Urgent() => Change(() => _urgency = Urgency.Urgent);

    public CaseBuilder Numbered(int number) => Change(() => _number = number);

    public CaseBuilder ReportedAt(DateTimeOffset instant) => Change(() => _reportedAt = instant);

    public CaseBuilder DueAt(DateTimeOffset instant) => Change(() => _dueAt = instant);

    public CaseBuilder WithEvidence(params IReadOnlyList<SealedEvidence> evidence) => Change(() => _evidence = evidence);

    public CaseBuilder WithoutEvidence() => WithEvidence();

    public CaseBuilder With(Func<ReportedFacts, ReportedFacts> facts) => Change(() => _facts = facts(_facts));

    public CaseBuilder On(Platform platform, PostLocation location = PostLocation.NotSaid) =>
        With(facts => facts with { Platform = platform, Location = location });

    public CaseBuilder About(NamedPerson colleague) =>
        With(facts => facts with { Subject = ReportSubject.Colleague, Colleague = colleague });

    public CaseBuilder ConcerningTheManager() => With(facts => facts with { ConcernsManager = true });

    public CaseBuilder OfKind(params IReadOnlyList<AbuseKind> kinds) => With(facts => facts with { Kinds = kinds });

    public CaseReport Report() => new(_id, _practice, _reporter, _facts, _evidence, _urgency);

    public Case Build() => Report()
        .Open(new CaseReference("RMC", _reportedAt.Year, _number), _reportedAt, _dueAt ?? _reportedAt.AddDays(5))
        .Case;

    /// <summary>The case, decided by <see cref="Mona"/> an hour after it was reported unless said otherwise.</summary>
    public Case Decided(params IReadOnlyList<DecisionOutcome> outcomes) => Decision(Build(), outcomes).Case;

    /// <summary>A decision on a case as it stands; not stored.</summary>
    public static CaseOutcome.Recorded Decision(Case current, params IReadOnlyList<DecisionOutcome> outcomes) =>
        (CaseOutcome.Recorded)current.Decide(
            new DecideCommand(
                current.Version,
                outcomes.Count == 0 ? [DecisionOutcome.ComplaintsProcedure] : outcomes,
                "Because of item 7.",
                "Thank you for telling us.",
                "The post was gone.",
                "2026-01"),
            Mona,
            current.ReportedAt.AddHours(1));

    private CaseBuilder Change(Action change)
    {
        change();
        return this;
    }
}
