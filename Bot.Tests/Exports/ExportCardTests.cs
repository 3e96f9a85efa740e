using AdaptiveCards;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Exports;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.CaseBuilder;

namespace Rowcroft.TeamsBot.Tests.Exports;

public sealed class ExportCardTests
{
    private static readonly ExportId Export = new(Guid.Parse("99999999-2222-3333-4444-555555555555"));
    private static readonly Case Case = new CaseBuilder().WithId(new CaseId(Guid.Parse("11111111-2222-3333-4444-555555555555"))).Numbered(42).Build();
    private static readonly Approvers Approvers = new([Someone(Mona)], [Someone(Dev)]);

    public static TheoryData<string> States =>
    [
        "ask", "ask-nothing-chosen", "ask-all-redacted", "ask-no-screenshot", "ask-nobody-else", "ask-being-deleted",
        "question", "waiting", "own-request", "declined", "ran-out", "void", "ready", "ready-for-others", "link", "downloaded", "closed", "nothing",
    ];

    [Theory]
    [MemberData(nameof(States))]
    public void Every_State_Of_The_Cards_Is_As_It_Was_Looked_At(string state) => GoldenCard.Matches(Draw(state), $"Exports/{state}.json");

    [Fact]
    public void What_People_Wrote_Is_Never_Read_As_Markup()
    {
        var card = CardJson.Of(Draw(View() with { Export = Row(reason: "[link](https://evil.example) **bold**\nnext") })).ToString();

        Assert.Contains("\"text\": \"[link](https://evil.example) **bold** next\"", card, StringComparison.Ordinal);
        Assert.DoesNotContain("TextBlock\",\n      \"text\": \"[link]", card, StringComparison.Ordinal);
    }

    private static AdaptiveCard Draw(string state) => state switch
    {
        "ask" => AskCard.Draw(Ask()),
        "ask-nothing-chosen" => AskCard.Draw(Ask() with { Reason = "They asked.", Problem = AskForExport.NothingChosen }),
        "ask-all-redacted" => AskCard.Draw(Ask() with { Unredacted = [] }),
        "ask-no-screenshot" => AskCard.Draw(Ask() with { Case = Case with { Evidence = [] }, Unredacted = [] }),
        "ask-nobody-else" => AskCard.Draw(Ask() with { OthersWhoDecide = 0 }),
        "ask-being-deleted" => AskCard.Draw(Ask() with { Case = Case with { Purge = new PurgeStart(Wednesday, "10 years") } }),
        "question" => Draw(View(Dev)),
        "waiting" => Draw(View()),
        "own-request" => Draw(View() with { Problem = AnswerExport.NotYourOwn }),
        "declined" => Draw(View() with { Export = Row(ExportState.Declined) }),
        "ran-out" => Draw(View() with { Now = Wednesday.AddDays(8) }),
        "void" => Draw(View() with { Case = Case with { Version = 2 } }),
        "ready" => Draw(View() with { Export = Row(ExportState.Confirmed) }),
        "ready-for-others" => Draw(View(Dev) with { Export = Row(ExportState.Confirmed) }),
        "link" => Draw(View() with { Export = Row(ExportState.Confirmed), Link = new Uri("https://bot.rowcroft.example/exports/abc") }),
        "downloaded" => Draw(View() with { Export = Row(ExportState.Confirmed, downloaded: true) }),
        "closed" => Draw(View() with { Export = Row(ExportState.Confirmed, downloaded: true), Now = Wednesday.AddDays(3) }),
        "nothing" => ExportCard.Nothing(),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static AdaptiveCard Draw(ExportView view) =>
        new ExportCard(new PracticeClock(Options.Create(new PracticeOptions()), new FakeTimeProvider(Wednesday))).Draw(view);

    private static AskView Ask() => new(Case, Export, ["post.png", "comments.png"], 1);

    private static ExportView View(NamedPerson? viewer = null) => new(Row(), Case, Approvers, (viewer ?? Mona).Id, Wednesday.AddHours(2));

    private static ExportRow Row(ExportState state = ExportState.Asked, bool downloaded = false, string reason = "The officer needs the whole screen.") => new()
    {
        Id = Export,
        Practice = Practice,
        CaseId = Case.Id,
        CaseVersion = 1,
        Audience = ExportAudience.Police,
        Copies = ExportCopies.Originals,
        Reason = reason,
        RequestedBy = Mona.Id,
        RequestedAt = Wednesday,
        State = state,
        AnsweredBy = state == ExportState.Asked ? null : Dev.Id,
        AnsweredAt = state == ExportState.Asked ? null : Wednesday.AddHours(1),
        LinkMadeAt = downloaded ? Wednesday.AddHours(1.5) : null,
        HandedOutAt = downloaded ? Wednesday.AddHours(1.6) : null,
        BundleSha256 = downloaded ? new string('a', 64) : null,
    };

    private static Person Someone(NamedPerson person) => new(person.Id, person.Name, null, FixedRoster.UserIdOf(person));
}
