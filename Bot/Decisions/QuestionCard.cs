using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>
/// Questions to the reporter with their answers, and a box for the one that is open. It shows the whole exchange, so that every copy of
/// it, however old, can be redrawn alike.
/// </summary>
internal sealed class QuestionCard(CaseDates dates)
{
    /// <summary>As much as is comfortable in a chat; longer answers are taken too, up to <see cref="ReportedFacts.MaxTextLength"/>.</summary>
    private const int MaxTyped = 2_000;
    private const int Shown = 2;
    private const int QuestionLimit = 2_000;
    private const int AnswerLimit = 300;
    private const int MaxLines = 20;
    private const int DetailsShown = 5;

    /// <param name="problem">Why the last answer was not taken.</param>
    /// <param name="typed">What was typed then.</param>
    /// <param name="pointedOut">What in it looks like a patient's details.</param>
    public AdaptiveCard Draw(Case @case, string? problem = null, string? typed = null, IReadOnlyList<PatientDetail>? pointedOut = null) => CardLook.Card(
    [
        CardLook.Title(@case.OpenQuestion is null ? $"Your report {@case.Reference}" : $"A question about your report {@case.Reference}"),
        .. @case.Questions.Count > Shown ? [CardLook.Small("Earlier questions are left out here.")] : Array.Empty<AdaptiveElement>(),
        .. @case.Questions.TakeLast(Shown).SelectMany(Exchange),
        .. State(@case),
        .. problem is null ? [] : (AdaptiveElement[])[Blocks.Problem(problem)],
        .. @case is { IsOpen: true, OpenQuestion: not null } ? Answer(@case, typed, pointedOut ?? []) : [],
    ]);

    private IEnumerable<AdaptiveElement> Exchange(Question question) =>
    [
        new AdaptiveRichTextBlock
        {
            Spacing = AdaptiveSpacing.Large,
            Inlines =
            {
                new AdaptiveTextRun(WrittenWords.OneLine(question.AskedBy.Name, ReportedFacts.MaxShortTextLength)) { Weight = AdaptiveTextWeight.Bolder },
                new AdaptiveTextRun($" asked on {dates.DayAndTime(question.AskedAt)}:") { IsSubtle = true },
            },
        },
        CardLook.Box(
            AdaptiveContainerStyle.Emphasis,
            Blocks.Written(WrittenWords.Cut(WrittenWords.Clean(question.Text), QuestionLimit), MaxLines)),
        .. question is { Answer: { } answer, AnsweredAt: { } at }
            ?
            [
                CardLook.Small($"Your answer, sent on {dates.DayAndTime(at)}:"),
                .. Blocks.Written(WrittenWords.Cut(WrittenWords.Clean(answer), AnswerLimit), MaxLines),
            ]
            : Array.Empty<AdaptiveElement>(),
    ];

    private static IEnumerable<AdaptiveElement> State(Case @case) => @case switch
    {
        { Decision: not null } => [CardLook.Words("This report has been decided. No answer is needed any more.")],
        { DuplicateOf: not null } => [CardLook.Words("This report is handled together with another one of the same post. No answer is needed any more.")],
        { WithdrawnAt: not null } or { ReporterLeftAt: not null } => [CardLook.Words("You took this report back. No answer is needed any more.")],
        { OpenQuestion: null } => [CardLook.Words("Thank you. The people who decide have your answer.")],
        _ => [],
    };

    private static IEnumerable<AdaptiveElement> Answer(Case @case, string? typed, IReadOnlyList<PatientDetail> pointedOut) =>
    [
        .. pointedOut.Count == 0 ? [] : (AdaptiveElement[])[PointOut(pointedOut)],
        new AdaptiveTextInput
        {
            Id = CardFields.Answer,
            Label = "Your answer",
            IsMultiline = true,
            MaxLength = MaxTyped,
            Value = typed is null ? null : WrittenWords.Cut(WrittenWords.Clean(typed), MaxTyped),
        },
        CardLook.Small("It goes to the people who decide, and is kept with the report."),
        .. pointedOut.Count == 0 ? [CardLook.Buttons(Send("Send the answer", @case))] : WithDetails(@case),
    ];

    private static AdaptiveContainer PointOut(IReadOnlyList<PatientDetail> pointedOut) => CardLook.Box(
        AdaptiveContainerStyle.Warning,
        [
            CardLook.Words("**Nothing was sent yet.** This looks like a patient's details, which are hardly ever needed here:"),
            .. pointedOut.Select(one => one.Said).Distinct().Take(DetailsShown).Select(said => CardLook.Fact("In your answer", said)),
        ]);

    private static IEnumerable<AdaptiveElement> WithDetails(Case @case) =>
    [
        CardLook.Buttons(Send("Send it with stars in their place", @case, new JProperty(CardFields.Hide, "true"))),
        new AdaptiveTextInput
        {
            Id = CardFields.KeepReason,
            Label = "Or keep them: why are they needed?",
            MaxLength = ReportedFacts.MaxShortTextLength,
        },
        CardLook.Small("You can also change your answer above."),
        CardLook.Buttons(Send("Send the answer", @case)),
    ];

    private static AdaptiveExecuteAction Send(string title, Case @case, params IEnumerable<JProperty> more) => Blocks.Press(
        title, DecisionVerbs.Answer, @case, [new JProperty(CardFields.Number, @case.Questions.Count), .. more]);
}
