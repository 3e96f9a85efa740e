using System.Globalization;
using System.Text;
using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>The one form of a report, empty or filled in as it was, with what is wrong beside each field.</summary>
internal sealed class FormCard(GuidanceLibrary guidance, IReadOnlyList<Person> colleagues, DateOnly today)
{
    /// <summary>Teams takes cards up to 28 KB; this leaves room for what it adds.</summary>
    public const int MaxBytes = 24_000;

    /// <summary>More than this do not fit a list; the name is typed instead.</summary>
    public const int MaxListed = 80;

    /// <summary>So much of what happened always fits, whatever else the card shows.</summary>
    private const int AlwaysFits = 250;

    public AdaptiveCard Ask(ReportDraft draft, IReadOnlyList<FormProblem> problems)
    {
        var card = Build(draft, problems, ReportedFacts.MaxTextLength);
        if (draft.Answers.WhatHappened is not { Length: > AlwaysFits })
        {
            return card;
        }

        for (var shown = ReportedFacts.MaxTextLength; shown > AlwaysFits && Encoding.UTF8.GetByteCount(card.ToJson()) > MaxBytes;)
        {
            card = Build(draft, problems, shown /= 2);
        }

        return card;
    }

    public static AdaptiveCard Moved() =>
        CardParts.Card([CardParts.Subheading("What happened?"), CardParts.Small("This form now stands further down.")]);

    private AdaptiveCard Build(ReportDraft draft, IReadOnlyList<FormProblem> problems, int shownLength)
    {
        var answers = draft.Answers;
        var wrong = problems.ToLookup(problem => problem.Field, problem => problem.Sentence);
        return CardParts.Card(
            [
                CardParts.Heading("What happened?"),
                .. Opening(problems),
                .. About(answers, wrong),
                .. Where(answers, wrong),
                .. What(answers, wrong, shownLength),
                .. Who(answers, wrong),
            ],
            [
                CardParts.PressWithInputs("Next", ReportVerbs.Form, draft),
                CardParts.Press("Cancel", ReportVerbs.Cancel, draft),
            ]);
    }

    private static IEnumerable<AdaptiveElement> Opening(IReadOnlyList<FormProblem> problems) => problems.Count == 0
        ? [CardParts.Words("Only the fields with a star are needed. Leave out what you do not know.")]
        :
        [
            CardParts.Problem("Please look at this again. Nothing you typed is lost."),
            .. problems.Select(problem => CardParts.Point(problem.Sentence)),
        ];

    private IEnumerable<AdaptiveElement> About(FormAnswers answers, ILookup<string, string> wrong)
    {
        var about = Choice(FormField.About, "Who is it about?", Enum.GetValues<ReportSubject>(), guidance.Label, answers.About);
        about.Style = AdaptiveChoiceInputStyle.Expanded;
        about.IsRequired = true;
        about.ErrorMessage = "Please choose who it is about.";
        return
        [
            .. With(wrong, FormField.About, about),
            .. With(wrong, FormField.Colleague, Colleague(answers.Colleague)),
            new AdaptiveToggleInput
            {
                Id = FormField.ConcernsManager,
                Title = "It concerns the practice manager (then only the deputy sees it)",
                ValueOn = "true",
                ValueOff = "false",
                Value = answers.ConcernsManager == "true" ? "true" : "false",
                Wrap = true,
            },
        ];
    }

    private IEnumerable<AdaptiveElement> Where(FormAnswers answers, ILookup<string, string> wrong)
    {
        var platform = Choice(FormField.Platform, "Where was it posted?", Enum.GetValues<Platform>(), guidance.Label, answers.Platform);
        platform.IsRequired = true;
        platform.ErrorMessage = "Please choose where it was posted.";
        platform.AdditionalProperties["placeholder"] = "Choose one";
        var location = Or(answers.Location, PostLocation.NotSaid);
        var visibility = Or(answers.Visibility, PostVisibility.NotKnown);
        PostVisibility[] visibilities = [PostVisibility.StillUp, PostVisibility.Gone, PostVisibility.NotKnown];
        return
        [
            .. With(wrong, FormField.Platform, platform),
            Choice(FormField.Location, "Where exactly?", Enum.GetValues<PostLocation>(), guidance.Label, location),
            .. With(wrong, FormField.Link, Link(answers.Link)),
            .. With(wrong, FormField.SeenOn, SeenOn(answers.SeenOn)),
            Choice(FormField.Visibility, "Is it still up?", visibilities, guidance.Label, visibility),
        ];
    }

    private static AdaptiveTextInput Link(string link) => new()
    {
        Id = FormField.Link,
        Label = "Link to it",
        Placeholder = "https://…",
        Style = AdaptiveTextInputStyle.Url,
        Value = Shown(link, ReportedFacts.MaxLinkLength),
    };

    private AdaptiveDateInput SeenOn(string day) => new()
    {
        Id = FormField.SeenOn,
        Label = "When did you see it?",
        Value = DateOnly.TryParseExact(day, "yyyy-MM-dd", out _) ? day : null,
        Min = Day(FormCheck.Earliest),
        Max = Day(today),
    };

    private IEnumerable<AdaptiveElement> What(FormAnswers answers, ILookup<string, string> wrong, int shownLength)
    {
        var text = Shown(answers.WhatHappened, shownLength);
        return
        [
            .. With(wrong, FormField.WhatHappened, new AdaptiveTextInput
            {
                Id = FormField.WhatHappened,
                Label = "What happened, in your own words?",
                IsMultiline = true,
                IsRequired = true,
                ErrorMessage = "Please say in a few words what happened.",
                Value = text,
            }),
            CardParts.Small(text?.Length < answers.WhatHappened.Length
                ? $"Here are the first {Number(text.Length)} of your {Number(answers.WhatHappened.Length)} characters. "
                    + "I keep the rest until you press Next."
                : $"Up to {Number(ReportedFacts.MaxTextLength)} characters. Leave out patients' details that are not needed."),
            .. With(wrong, FormField.Kinds, Kinds(answers.Kinds)),
        ];
    }

    private IEnumerable<AdaptiveElement> Who(FormAnswers answers, ILookup<string, string> wrong)
    {
        var relation = Or(answers.PosterRelation, PosterRelation.Unknown);
        var poster = new AdaptiveTextInput
        {
            Id = FormField.Poster,
            Label = "Who posted it? (name or handle)",
            Value = Shown(answers.Poster, ReportedFacts.MaxShortTextLength),
        };
        return
        [
            .. With(wrong, FormField.Poster, poster),
            Choice(FormField.PosterRelation, "Who are they, as far as you know?", Enum.GetValues<PosterRelation>(), guidance.Label, relation),
        ];
    }

    private AdaptiveInput Colleague(string value)
    {
        const string Label = "If it is about a colleague: who?";
        if (colleagues.Count > MaxListed)
        {
            return new AdaptiveTextInput
            {
                Id = FormField.Colleague,
                Label = Label,
                Placeholder = "First and last name, as in Teams",
                Value = Shown(value, ReportedFacts.MaxShortTextLength),
            };
        }

        var input = new AdaptiveChoiceSetInput
        {
            Id = FormField.Colleague,
            Label = Label,
            Style = AdaptiveChoiceInputStyle.Filtered,
            Value = colleagues.Any(person => person.Id.Value == value) ? value : null,
            Choices = [.. colleagues.Select(person => new AdaptiveChoice { Title = person.Name, Value = person.Id.Value })],
        };
        input.AdditionalProperties["placeholder"] = "Type a name";
        return input;
    }

    private AdaptiveChoiceSetInput Kinds(string chosen) => new()
    {
        Id = FormField.Kinds,
        Label = "What kind of thing is it? (choose all that fit)",
        Style = AdaptiveChoiceInputStyle.Expanded,
        IsMultiSelect = true,
        IsRequired = true,
        ErrorMessage = "Please choose at least one kind.",
        Wrap = true,
        Value = FormCheck.KindsIn(chosen) is { Count: > 0 } kinds ? string.Join(',', kinds) : null,
        Choices = [.. Enum.GetValues<AbuseKind>().Select(kind => new AdaptiveChoice
        {
            Title = $"{guidance.Label(kind)}: {guidance.Kind(kind).Hint}",
            Value = kind.ToString(),
        })],
    };

    private static AdaptiveChoiceSetInput Choice<T>(string id, string label, IEnumerable<T> values, Func<T, string> labelOf, string value)
        where T : struct, Enum
    {
        var choices = values.Select(choice => new AdaptiveChoice { Title = labelOf(choice), Value = choice.ToString() }).ToList();
        return new AdaptiveChoiceSetInput
        {
            Id = id,
            Label = label,
            Style = AdaptiveChoiceInputStyle.Compact,
            Wrap = true,
            Value = choices.Any(choice => choice.Value == value) ? value : null,
            Choices = choices,
        };
    }

    /// <summary>The field, and right below it what is wrong with it.</summary>
    private static IEnumerable<AdaptiveElement> With(ILookup<string, string> wrong, string field, AdaptiveInput input) =>
        [input, .. wrong[field].Select(CardParts.Problem)];

    private static string Or<T>(string value, T fallback)
        where T : struct, Enum => value.Length == 0 ? fallback.ToString() : value;

    private static string? Shown(string text, int most) =>
        text.Length == 0 ? null
        : text.Length <= most ? text
        : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
