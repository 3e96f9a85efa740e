using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>The part of the case card that says what was reported: facts, kinds, what happened, screenshots, questions, history.</summary>
internal sealed class CaseFacts(GuidanceLibrary guidance, CaseDates dates)
{
    private const int LinkLimit = 150;
    private const int NameLimit = 60;
    private const int QuestionsShown = 2;

    public IEnumerable<AdaptiveElement> Draw(CaseView view, Excerpts excerpts) =>
    [
        CardLook.Heading("What was reported"),
        .. Facts(view),
        .. Kinds(view.Case.Facts),
        CardLook.Heading("What happened"),
        .. excerpts.Of(LongText.Report(view.Case)),
        .. Screenshots(view),
        .. EvidenceGaps.Draw(view.Case),
        .. Questions(view.Case, excerpts),
        .. view.Case.Version == 1 ? [] : (AdaptiveElement[])[CardLook.Heading("History"), CardLook.Small(History(view))],
    ];

    private IEnumerable<AdaptiveElement> Facts(CaseView view)
    {
        var @case = view.Case;
        var facts = @case.Facts;
        yield return CardLook.Fact("Reported by", @case.ReporterLeftAt is null ? Name(@case.Reporter) : $"{Name(@case.Reporter)} (has taken the report back)");
        if (view.ReporterChat is { } chat)
        {
            yield return CardLook.Buttons(new AdaptiveOpenUrlAction { Title = "Open the chat with the reporter", Url = chat });
        }

        yield return CardLook.Fact("About", facts.Colleague is { } colleague ? Name(colleague)
            : facts.Subject == ReportSubject.Me ? "the reporter"
            : "the practice");
        if (@case.ConcernsManager)
        {
            yield return CardLook.Words("It concerns the practice manager, so only deputies see this case.");
        }

        yield return CardLook.Fact("Where", facts.Location == PostLocation.NotSaid
            ? guidance.Label(facts.Platform)
            : $"{guidance.Label(facts.Platform)}: {guidance.Label(facts.Location)}");
        yield return CardLook.Fact("Seen on", facts.SeenOn is { } seen ? PracticeClock.Say(seen) : "not said");
        yield return CardLook.Fact("Online now", guidance.Label(facts.Visibility));
        var relation = guidance.Label(facts.PosterRelation);
        yield return CardLook.Fact(
            "Posted by",
            facts.Poster is { } poster ? $"{WrittenWords.OneLine(poster, ReportedFacts.MaxShortTextLength)} ({relation.ToLowerInvariant()})" : relation);
        if (facts.Link is { } link)
        {
            yield return CardLook.Fact("Link", WrittenWords.OneLine(link, LinkLimit));
            if (Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
            {
                yield return CardLook.Buttons(new AdaptiveOpenUrlAction { Title = "Open the post", Url = address });
            }
        }
    }

    private IEnumerable<AdaptiveElement> Kinds(ReportedFacts facts) =>
    [
        CardLook.Heading("What it breaks in the code of conduct"),
        .. facts.Kinds.Select(kind => (Label: guidance.Label(kind), Item: guidance.CodeOfConductItem(kind)))
            .Select(kind => new AdaptiveTextBlock($"**{kind.Label}**: item {kind.Item.Number}, {kind.Item.Title}")
            {
                Wrap = true,
                Spacing = AdaptiveSpacing.Small,
            }),
    ];

    private IEnumerable<AdaptiveElement> Screenshots(CaseView view)
    {
        var @case = view.Case;
        if (@case.Evidence.Count == 0)
        {
            yield return CardLook.Heading("No screenshots");
            yield return CardLook.Words(@case.Facts.Kinds.Contains(AbuseKind.SexualImage)
                ? "It is about a sexual image, so none may be taken or sent."
                : @case.MissingEvidence > 0 ? "None has come yet."
                : "None were sent.");
            yield break;
        }

        yield return CardLook.Heading(@case.Evidence.Count == 1 ? "1 screenshot" : $"{@case.Evidence.Count} screenshots");
        foreach (var evidence in @case.Evidence)
        {
            yield return new AdaptiveRichTextBlock
            {
                Spacing = AdaptiveSpacing.Small,
                Inlines =
                {
                    new AdaptiveTextRun(WrittenWords.OneLine(evidence.Name, NameLimit)),
                    new AdaptiveTextRun($"  {FileSize.Say(evidence.Size)}\u2002") { IsSubtle = true },
                    new AdaptiveTextRun(evidence.Sha256) { FontType = AdaptiveFontType.Monospace, Size = AdaptiveTextSize.Small, IsSubtle = true },
                },
            };
            if (view.Unshown.TryGetValue(evidence.Id, out var state))
            {
                yield return CardLook.Small(state == EvidenceState.Quarantined
                    ? "It waits for the virus check. Until then nobody is shown it."
                    : "It has been destroyed. The history of the case says why.");
            }
        }

        yield return CardLook.Small(guidance.Sentences.HashReceipt);
        if (view.EvidencePage is { } page)
        {
            yield return CardLook.Buttons(new AdaptiveOpenUrlAction { Title = "Look at the screenshots", Url = page });
        }
    }

    private IEnumerable<AdaptiveElement> Questions(Case @case, Excerpts excerpts)
    {
        if (@case.Questions.Count == 0)
        {
            yield break;
        }

        yield return CardLook.Heading("Questions to the reporter");
        var first = Math.Max(0, @case.Questions.Count - QuestionsShown);
        if (first > 0)
        {
            yield return CardLook.Small(first == 1 ? "1 earlier question is not shown." : $"{first} earlier questions are not shown.");
        }

        for (var index = first; index < @case.Questions.Count; index++)
        {
            var question = @case.Questions[index];
            yield return CardLook.Fact("Asked by", $"{Name(question.AskedBy)}, {dates.DayAndTime(question.AskedAt)}");
            foreach (var element in excerpts.Of(LongText.Question(@case, index)))
            {
                yield return element;
            }

            if (LongText.Answer(@case, index) is { } answer && question.AnsweredAt is { } at)
            {
                yield return CardLook.Fact("Answered on", dates.DayAndTime(at));
                foreach (var element in excerpts.Of(answer).Concat(question.KeptDetails is { } kept ? EvidenceGaps.Details("The answer", kept) : []))
                {
                    yield return element;
                }
            }
            else
            {
                yield return CardLook.Small("No answer yet.");
            }
        }
    }

    private string History(CaseView view)
    {
        var @case = view.Case;
        string[] steps =
        [
            $"Reported {dates.Short(@case.ReportedAt, view.Now)}",
            .. @case.Questions.TakeLast(QuestionsShown).SelectMany(question => question.AnsweredAt is { } at
                ? [$"asked {dates.Short(question.AskedAt, view.Now)}", $"answered {dates.Short(at, view.Now)}"]
                : new[] { $"asked {dates.Short(question.AskedAt, view.Now)}" }),
            .. @case.Evidence.Where(file => file.ReceivedAt > @case.ReportedAt).Select(file => $"a screenshot came {dates.Short(file.ReceivedAt, view.Now)}"),
            .. @case.Decision is { } decision ? [$"decided {dates.Short(decision.At, view.Now)}"] : Array.Empty<string>(),
        ];
        return string.Join(" → ", steps);
    }

    private static string Name(NamedPerson person) => WrittenWords.OneLine(person.Name, ReportedFacts.MaxShortTextLength);
}
