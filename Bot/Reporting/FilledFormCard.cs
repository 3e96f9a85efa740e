using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>The facts of a report for reading: in place of the answered form, and in the review.</summary>
internal static class FilledFormCard
{
    public static AdaptiveCard Show(ReportedFacts facts, GuidanceLibrary guidance) => CardParts.Card(
        [CardParts.Subheading("What happened? Thank you, I have noted this."), CardParts.Fact("About", About(facts, guidance)), Kinds(facts, guidance)]);

    public static IEnumerable<AdaptiveElement> Facts(ReportedFacts facts, GuidanceLibrary guidance) =>
    [
        CardParts.Fact("About", About(facts, guidance)),
        .. facts.ConcernsManager ? [CardParts.Fact("Concerns the practice manager", "Yes. The practice manager will not see it.")] : Array.Empty<AdaptiveElement>(),
        CardParts.Fact("Posted on", guidance.Label(facts.Platform)),
        CardParts.Fact("Where exactly", guidance.Label(facts.Location)),
        CardParts.Fact("Link", CardParts.Beginning(facts.Link ?? "None", 300)),
        CardParts.Fact("Seen on", facts.SeenOn is { } day ? PracticeClock.Say(day) : "Not said"),
        CardParts.Fact("Now", guidance.Label(facts.Visibility)),
        Kinds(facts, guidance),
        CardParts.Fact("Posted by", facts.Poster ?? "Not known"),
        CardParts.Fact("They are", guidance.Label(facts.PosterRelation)),
        CardParts.Subheading("What happened"),
        .. CardParts.Typed(facts.WhatHappened),
    ];

    private static string About(ReportedFacts facts, GuidanceLibrary guidance) =>
        facts.Colleague is { } colleague ? colleague.Name : guidance.Label(facts.Subject);

    private static AdaptiveRichTextBlock Kinds(ReportedFacts facts, GuidanceLibrary guidance) =>
        CardParts.Fact(facts.Kinds.Count == 1 ? "Kind" : "Kinds", string.Join("; ", facts.Kinds.Select(guidance.Label)));
}
