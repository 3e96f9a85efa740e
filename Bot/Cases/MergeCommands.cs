namespace Rowcroft.TeamsBot.Cases;

/// <summary>
/// Two reports of one post become one case. No version is asked for: whether two posts are the same does not depend on what else was done
/// meanwhile. Each command changes both cases, in one transaction.
/// </summary>
internal static class MergeCommands
{
    /// <summary>The earlier case is the main one, whichever was looked at. It takes the higher urgency and the earlier date of the two.</summary>
    public static CaseOutcome Merge(this Case one, Case other, NamedPerson actor, DateTimeOffset now)
    {
        if (one.Id == other.Id)
        {
            return new CaseOutcome.NotAllowed(Refusal.SameCase);
        }

        if (one.Practice != other.Practice)
        {
            return new CaseOutcome.NotAllowed(Refusal.OtherPractice);
        }

        var (main, duplicate) = IsEarlier(one.Reference, other.Reference) ? (one, other) : (other, one);
        if ((CaseCommands.Settled(main) ?? CaseCommands.Settled(duplicate)) is { } settled)
        {
            return settled;
        }

        var urgency = main.Urgency > duplicate.Urgency ? main.Urgency : duplicate.Urgency;
        var merged = new CasesMerged(actor.Id, now, main.Id, main.Reference, duplicate.Id, duplicate.Reference, urgency);

        // What one of them must keep, both must.
        var hold = main.Hold is null && duplicate.Hold is { Reason: var reason } ? new LegalHold(actor, now, reason) : null;
        return new CaseOutcome.Recorded(
            main with
            {
                Merged = [.. main.Merged, MergedReport.Of(duplicate, now), .. duplicate.Merged],
                NotTwins = [.. main.NotTwins.Union(duplicate.NotTwins)],
                Urgency = urgency,
                DueAt = main.DueAt < duplicate.DueAt ? main.DueAt : duplicate.DueAt,
                Hold = main.Hold ?? hold,
                Version = main.Version + 1,
            },
            merged)
        {
            Also = hold is null ? [] : [new HoldPlaced(actor.Id, now, hold.Reason)],
            Together = new CaseOutcome.Recorded(
                duplicate with
                {
                    Status = CaseStatus.DuplicateOf,
                    DuplicateOf = new MergedInto(main.Id, main.Reference, actor, now),
                    Version = duplicate.Version + 1,
                },
                merged),
        };
    }

    /// <summary>
    /// They were not the same after all; possible until it is decided. What came along with the report goes with it. The main case keeps
    /// the date and urgency that it had in the meantime: they were promised.
    /// </summary>
    public static CaseOutcome TakeApart(this Case duplicate, Case main, NamedPerson actor, DateTimeOffset now)
    {
        if (duplicate.DuplicateOf is not { } into || into.Main != main.Id || duplicate.WithdrawnAt is not null)
        {
            return new CaseOutcome.NotAllowed(Refusal.NotTogether);
        }

        if (CaseCommands.Settled(main) is { } settled)
        {
            return settled;
        }

        var apart = new CasesTakenApart(actor.Id, now, main.Id, main.Reference, duplicate.Id, duplicate.Reference);
        var gone = duplicate.Merged.Select(report => report.Id).Append(duplicate.Id).ToHashSet();
        return new CaseOutcome.Recorded(
            main with
            {
                Merged = [.. main.Merged.Where(report => !gone.Contains(report.Id))],
                NotTwins = [.. main.NotTwins.Union([duplicate.Id])],
                Version = main.Version + 1,
            },
            apart)
        {
            Together = new CaseOutcome.Recorded(
                duplicate with
                {
                    Status = duplicate.Questions switch
                    {
                        [] => CaseStatus.Reported,
                        [.., { Answer: null }] => CaseStatus.AwaitingInformation,
                        _ => CaseStatus.UnderReview,
                    },
                    DuplicateOf = null,
                    EarlierMerges = [.. duplicate.EarlierMerges, new MergedPeriod(main.Id, into.At, now)],
                    Version = duplicate.Version + 1,
                },
                apart),
        };
    }

    /// <summary>An approver says that two cases only look alike; they are not offered for merging again.</summary>
    public static CaseOutcome NotTheSame(this Case current, Case other, NamedPerson actor, DateTimeOffset now) =>
        CaseCommands.Settled(current)
        ?? (current.NotTwins.Contains(other.Id)
            ? new CaseOutcome.NotAllowed(Refusal.SaidBefore)
            : new CaseOutcome.Recorded(
                current with { NotTwins = [.. current.NotTwins, other.Id], Version = current.Version + 1 },
                new TwinDismissed(actor.Id, now, other.Id, other.Reference)));

    /// <summary>A reporter takes their report back, and the case goes on for the others.</summary>
    /// <param name="main">The case that decides for <paramref name="own"/>; itself when that is the one.</param>
    internal static CaseOutcome TakeBack(this Case own, Case main, NamedPerson actor, DateTimeOffset now)
    {
        if (own.Id == main.Id)
        {
            return new CaseOutcome.Recorded(
                main with
                {
                    ReporterLeftAt = now,
                    Status = main.Status == CaseStatus.AwaitingInformation ? CaseStatus.UnderReview : main.Status,
                    Version = main.Version + 1,
                },
                new ReportTakenBack(actor.Id, now, own.Id, own.Reference));
        }

        List<MergedReport> reports = [.. main.Merged.Select(report => report.Id == own.Id ? report with { WithdrawnAt = now } : report)];
        var nobodyIsLeft = main.ReporterLeftAt is not null && reports.All(report => report.WithdrawnAt is not null);
        return new CaseOutcome.Recorded(
            own with { Status = CaseStatus.Withdrawn, WithdrawnAt = now, Version = own.Version + 1 },
            new CaseWithdrawn(actor.Id, now))
        {
            Together = new CaseOutcome.Recorded(
                main with
                {
                    Merged = reports,
                    Status = nobodyIsLeft ? CaseStatus.Withdrawn : main.Status,
                    WithdrawnAt = nobodyIsLeft ? now : null,
                    Version = main.Version + 1,
                },
                nobodyIsLeft ? new CaseWithdrawn(actor.Id, now) : new ReportTakenBack(actor.Id, now, own.Id, own.Reference)),
        };
    }

    private static bool IsEarlier(CaseReference one, CaseReference other) => (one.Year, one.Number).CompareTo((other.Year, other.Number)) < 0;
}
