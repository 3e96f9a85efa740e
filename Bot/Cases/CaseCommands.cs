namespace Rowcroft.TeamsBot.Cases;

/// <summary>
/// What may happen to a case: pure functions of state, command, actor and time. Who may do it is asked before, in Security; storing
/// the result is one guarded update, in Storage.
/// </summary>
internal static class CaseCommands
{
    public static CaseOutcome Decide(
        this Case current, DecideCommand command, EvidenceAtHand evidence, NamedPerson actor, DateTimeOffset now)
    {
        if (Settled(current) is { } settled)
        {
            return settled;
        }

        if (command.Version != current.Version)
        {
            return new CaseOutcome.Stale(command.Version, current.Version);
        }

        if (WhyNot(current, command, evidence) is { } refusal)
        {
            return new CaseOutcome.NotAllowed(refusal);
        }

        var decision = new Decision(
            [.. command.Outcomes.Distinct().Order()],
            actor,
            now,
            command.Reason!.Trim(),
            Text(command.ForReporter),
            evidence.Sealed == 0 ? Text(command.NoEvidenceReason) : null,
            command.GuidanceVersion);

        // What a solicitor is asked about must still be there when they ask for it.
        var hold = current.Hold is null && decision.Outcomes.Contains(DecisionOutcome.LegalAdvice)
            ? new LegalHold(actor, now, LegalHold.LegalReferral)
            : null;
        return new CaseOutcome.Recorded(
            current with { Status = CaseStatus.Decided, Decision = decision, Version = current.Version + 1, Hold = hold ?? current.Hold },
            new CaseDecided(actor.Id, now, decision))
        {
            Also = hold is null ? [] : [new HoldPlaced(actor.Id, now, hold.Reason)],
        };
    }

    public static CaseOutcome Ask(this Case current, AskCommand command, NamedPerson actor, DateTimeOffset now)
    {
        if (Settled(current) is { } settled)
        {
            return settled;
        }

        if (command.Version != current.Version)
        {
            return new CaseOutcome.Stale(command.Version, current.Version);
        }

        if (current.OpenQuestion is not null)
        {
            return new CaseOutcome.NotAllowed(Refusal.QuestionWaiting);
        }

        if (current.ReporterLeftAt is not null)
        {
            return new CaseOutcome.NotAllowed(Refusal.ReporterLeft);
        }

        if (WhyNotText(command.Text) is { } refusal)
        {
            return new CaseOutcome.NotAllowed(refusal);
        }

        var text = command.Text!.Trim();
        return new CaseOutcome.Recorded(
            current with
            {
                Status = CaseStatus.AwaitingInformation,
                Questions = [.. current.Questions, new Question(actor, now, text)],
                Version = current.Version + 1,
            },
            new QuestionAsked(actor.Id, now, text));
    }

    public static CaseOutcome Answer(this Case current, AnswerCommand command, NamedPerson actor, DateTimeOffset now)
    {
        if (current.Reporter.Id != actor.Id)
        {
            return new CaseOutcome.NotAllowed(Refusal.NotTheReporter);
        }

        if (Settled(current) is { } settled)
        {
            return settled;
        }

        if (current.OpenQuestion is not { } question)
        {
            return new CaseOutcome.NotAllowed(Refusal.NoQuestion);
        }

        if (WhyNotText(command.Text) is { } refusal)
        {
            return new CaseOutcome.NotAllowed(refusal);
        }

        var text = command.Text!.Trim();
        return new CaseOutcome.Recorded(
            current with
            {
                Status = CaseStatus.UnderReview,
                Questions = [.. current.Questions.SkipLast(1), question with { Answer = text, AnsweredAt = now, KeptDetails = command.KeptDetails }],
                Version = current.Version + 1,
            },
            new QuestionAnswered(actor.Id, now, text) { KeptDetails = command.KeptDetails });
    }

    /// <summary>A screenshot that the reporter sends after the report; it settles one that was missing.</summary>
    public static CaseOutcome Receive(this Case current, SealedEvidence evidence, NamedPerson actor, DateTimeOffset now)
    {
        if (current.Reporter.Id != actor.Id)
        {
            return new CaseOutcome.NotAllowed(Refusal.NotTheReporter);
        }

        // To a merged report as well: its pictures belong to the case that it was merged into.
        if (Settled(current) is { } settled and not CaseOutcome.AlreadyMerged)
        {
            return settled;
        }

        if (current.Facts.Kinds.Contains(AbuseKind.SexualImage))
        {
            return new CaseOutcome.NotAllowed(Refusal.NoPicturesOfThis);
        }

        if (current.Evidence.Any(kept => kept.Sha256 == evidence.Sha256))
        {
            return new CaseOutcome.NotAllowed(Refusal.AlreadyReceived);
        }

        return new CaseOutcome.Recorded(
            current with
            {
                Evidence = [.. current.Evidence, evidence],
                MissingEvidence = Math.Max(0, current.MissingEvidence - 1),
                Version = current.Version + 1,
            },
            new EvidenceReceived(actor.Id, now, evidence));
    }

    /// <summary>The reporter wants the name of a screenshot as they sent it, although it holds what looks like a patient's details.</summary>
    public static CaseOutcome KeepName(
        this Case current, EvidenceId file, string name, KeptPatientDetails details, NamedPerson actor, DateTimeOffset now)
    {
        if (current.Reporter.Id != actor.Id)
        {
            return new CaseOutcome.NotAllowed(Refusal.NotTheReporter);
        }

        if (Settled(current) is { } settled and not CaseOutcome.AlreadyMerged)
        {
            return settled;
        }

        if (!current.Evidence.Any(kept => kept.Id == file && kept.Name != name))
        {
            return new CaseOutcome.NotAllowed(Refusal.SaidBefore);
        }

        return new CaseOutcome.Recorded(
            current with
            {
                Evidence = [.. current.Evidence.Select(kept => kept.Id == file ? kept with { Name = name } : kept)],
                KeptDetails = current.KeptDetails?.And(details) ?? details,
                Version = current.Version + 1,
            },
            new EvidenceNameKept(actor.Id, now, file, name, details));
    }

    /// <summary>The reporter takes the case back; possible until it is decided. With others' reports of the same post it goes on for them.</summary>
    /// <param name="main">The case that decides, for a report that was merged into another one; otherwise <c>null</c>.</param>
    public static CaseOutcome Withdraw(this Case current, NamedPerson actor, DateTimeOffset now, Case? main = null)
    {
        if (current.Reporter.Id != actor.Id)
        {
            return new CaseOutcome.NotAllowed(Refusal.NotTheReporter);
        }

        if ((current.WithdrawnAt ?? current.ReporterLeftAt) is { } at)
        {
            return new CaseOutcome.AlreadyWithdrawn(at);
        }

        if (Settled(main ?? current) is { } settled)
        {
            return settled;
        }

        return main is not null || current.StandingReports.Any()
            ? current.TakeBack(main ?? current, actor, now)
            : new CaseOutcome.Recorded(
                current with { Status = CaseStatus.Withdrawn, WithdrawnAt = now, Version = current.Version + 1 },
                new CaseWithdrawn(actor.Id, now));
    }

    /// <summary>Why nothing can be done to a case any more; <c>null</c> while it is open.</summary>
    internal static CaseOutcome? Settled(Case current) => current switch
    {
        { Decision: { } decision } => new CaseOutcome.AlreadyDecided(decision.By, decision.At),
        { WithdrawnAt: { } at } => new CaseOutcome.AlreadyWithdrawn(at),
        { DuplicateOf: { } into } => new CaseOutcome.AlreadyMerged(into),
        _ => null,
    };

    private static Refusal? WhyNot(Case current, DecideCommand command, EvidenceAtHand evidence) => command switch
    {
        { Outcomes.Count: 0 } => Refusal.NothingChosen,
        _ when command.Outcomes.Contains(DecisionOutcome.NoFurtherAction) && command.Outcomes.Distinct().Count() > 1
            => Refusal.NoFurtherActionStandsAlone,
        _ when !command.Outcomes.All(outcome => DecisionRules.IsPossible(outcome, current.Facts)) => Refusal.ImpossibleHere,
        _ when string.IsNullOrWhiteSpace(command.Reason) => Refusal.ReasonMissing,
        _ when TooLong(command.Reason) || TooLong(command.ForReporter) || TooLong(command.NoEvidenceReason) => Refusal.TextTooLong,
        _ when evidence.Sealed == 0 && command.Outcomes.Any(DecisionRules.NeedsEvidence) && Text(command.NoEvidenceReason) is null
            => Refusal.EvidenceMissing,
        _ => null,
    };

    private static Refusal? WhyNotText(string? text) =>
        string.IsNullOrWhiteSpace(text) ? Refusal.TextMissing
        : TooLong(text) ? Refusal.TextTooLong
        : null;

    private static bool TooLong(string? text) => text?.Length > ReportedFacts.MaxTextLength;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
