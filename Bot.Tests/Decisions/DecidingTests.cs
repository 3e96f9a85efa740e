using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.DecisionRig;

namespace Rowcroft.TeamsBot.Tests.Decisions;

public sealed class DecidingTests : IAsyncLifetime
{
    private const string Decide = "Record the decision";

    private static readonly (string, string) Reason = (CardFields.Reason, "It breaks item 7.");

    private DecisionRig _rig = null!;

    public async Task InitializeAsync() => _rig = await StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Theory]
    [InlineData(nameof(DecisionOutcome.RemoveFromPage), "Remove from our page")]
    [InlineData(nameof(DecisionOutcome.ReportToPlatform), "Report to the platform")]
    [InlineData(nameof(DecisionOutcome.LegalAdvice), "Refer for legal advice")]
    [InlineData(nameof(DecisionOutcome.ComplaintsProcedure), "Complaints procedure")]
    [InlineData(nameof(DecisionOutcome.NhsReview), "NHS website review")]
    [InlineData(nameof(DecisionOutcome.HumanResources), "HR")]
    [InlineData(nameof(DecisionOutcome.NoFurtherAction), "No further action")]
    public async Task Each_Outcome_Is_Recorded_With_The_Guidance_That_Was_Shown(string outcome, string label)
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());

        var answer = await DecideAsync(Mona, @case, Tick(outcome), Reason, (CardFields.ForReporter, "Thank you, Ann."));

        var decision = (await _rig.FindAsync(@case))!.Decision!;
        Assert.Equal(outcome, Assert.Single(decision.Outcomes).ToString());
        Assert.Equal(CaseBuilder.Mona, decision.By);
        Assert.Equal("It breaks item 7.", decision.Reason);
        Assert.Equal("Thank you, Ann.", decision.ForReporter);
        Assert.Equal(CardSamples.Guidance.Version, decision.GuidanceVersion);
        Assert.Contains(label, answer.Words, StringComparison.Ordinal);
        Assert.Contains("What to do now", answer.Words, StringComparison.Ordinal);
        Assert.False(answer.Offers(Decide));
    }

    [Fact]
    public async Task A_Decision_Owes_The_Reporter_The_Outcome_And_The_Others_A_New_Card()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());

        await DecideAsync(Mona, @case, Tick("RemoveFromPage"), Tick("ReportToPlatform"), Reason);

        var owed = (await _rig.OwedAsync()).Select(row => (row.Kind, row.Recipient, row.Person)).ToList();
        Assert.Equal(
            [
                ("case", OutboxRecipient.Approvers, null),
                ("outcome", OutboxRecipient.Person, Ann.Id),
                ("case", OutboxRecipient.EarlierCopies, null),
                ("question", OutboxRecipient.EarlierCopies, (PersonId?)null),
            ],
            owed);
    }

    [Fact]
    public async Task A_Forged_Press_Cannot_Choose_What_Is_Impossible_For_This_Post()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder().On(Platform.X, PostLocation.Profile));

        var answer = await DecideAsync(Mona, @case, Tick("RemoveFromPage"), Reason);

        Assert.Contains("can remove only comments and visitor posts on its own Facebook page", answer.Words, StringComparison.Ordinal);
        Assert.Null((await _rig.FindAsync(@case))!.Decision);
    }

    [Theory]
    [InlineData("RemoveFromPage")]
    [InlineData("ReportToPlatform")]
    public async Task Removing_And_Reporting_Are_Locked_Until_It_Is_Said_Why_There_Is_No_Screenshot(string outcome)
    {
        var @case = await _rig.OpenAsync(new CaseBuilder().WithoutEvidence());

        var refused = await DecideAsync(Mona, @case, Tick(outcome), Reason);
        Assert.Contains("locked because no screenshot is sealed", refused.Words, StringComparison.Ordinal);
        Assert.Equal("It breaks item 7.", refused.Typed(CardFields.Reason));
        Assert.Equal("true", refused.Typed(CardFields.Outcome + outcome));

        await _rig.PressAsync(Mona, refused.Redrawn, Decide, Tick(outcome), Reason, (CardFields.NoEvidence, "It was gone."));
        Assert.Equal("It was gone.", (await _rig.FindAsync(@case))!.Decision!.NoEvidenceReason);
    }

    [Fact]
    public async Task Without_A_Reason_Nothing_Is_Recorded_And_What_Was_Typed_Stays()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());

        var answer = await DecideAsync(
            Mona, @case, Tick("LegalAdvice"), (CardFields.Reason, "  "), (CardFields.ForReporter, "Thank you."), (CardFields.Question, "Who?"));

        Assert.Contains("please write the reason", answer.Words, StringComparison.Ordinal);
        Assert.Equal("Thank you.", answer.Typed(CardFields.ForReporter));
        Assert.Equal("Who?", answer.Typed(CardFields.Question));
        Assert.Equal("true", answer.Typed("outcomeLegalAdvice"));
        Assert.Null(answer.Typed("outcomeHumanResources"));
        Assert.Equal(1, (await _rig.FindAsync(@case))!.Version);
    }

    [Fact]
    public async Task Nothing_Ticked_And_Too_Much_Typed_Are_Said_On_The_Card()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());

        Assert.Contains("tick at least one", (await DecideAsync(Mona, @case, Reason)).Words, StringComparison.Ordinal);
        Assert.Contains(
            "longer than 4,000 characters",
            (await DecideAsync(Mona, @case, Tick("LegalAdvice"), (CardFields.Reason, new string('x', 100_000)))).Words,
            StringComparison.Ordinal);
        Assert.Contains(
            "cannot go together",
            (await DecideAsync(Mona, @case, Tick("LegalAdvice"), Tick("NoFurtherAction"), Reason)).Words,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Press_On_A_Card_From_Before_A_Question_Is_Not_Recorded()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());
        var before = await _rig.LookAsync(Mona, @case);
        await _rig.PressAsync(Dev, (await _rig.LookAsync(Dev, @case)).Redrawn, "Send the question", (CardFields.Question, "Which page?"));

        var answer = await _rig.PressAsync(Mona, before.Redrawn, Decide, Tick("LegalAdvice"), Reason);

        Assert.Contains(DecisionSentences.Stale, answer.Words, StringComparison.Ordinal);
        Assert.Contains("Which page?", answer.Words, StringComparison.Ordinal);
        Assert.Equal("It breaks item 7.", answer.Typed(CardFields.Reason));
        Assert.Null((await _rig.FindAsync(@case))!.Decision);
    }

    [Fact]
    public async Task A_Press_Under_Guidance_That_Is_No_Longer_Shown_Is_Not_Recorded()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());

        var answer = await DecideAsync(Mona, @case, Tick("LegalAdvice"), Reason, (CardFields.Guidance, "2020-01-01"));

        Assert.Contains(DecisionSentences.GuidanceChanged, answer.Words, StringComparison.Ordinal);
        Assert.Null((await _rig.FindAsync(@case))!.Decision);
    }

    [Fact]
    public async Task The_Same_Press_Delivered_Twice_Has_One_Effect()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());
        var card = (await _rig.LookAsync(Mona, @case)).Redrawn;

        var first = await _rig.PressAsync(Mona, card, Decide, Tick("LegalAdvice"), Reason);
        var second = await _rig.PressAsync(Mona, card, Decide, Tick("LegalAdvice"), Reason);

        Assert.True(JToken.DeepEquals(first.Redrawn, second.Redrawn));
        Assert.Single((await _rig.EventsAsync(@case)).OfType<CaseDecided>());
        Assert.Single(await _rig.OwedAsync(), row => row.Kind == CaseAnnouncer.Outcome);
    }

    [Fact]
    public async Task The_Same_Press_Delivered_Twice_At_The_Same_Moment_Has_One_Effect()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());
        var card = (await _rig.LookAsync(Mona, @case)).Redrawn;
        _rig.Meanwhile = () => _rig.PressAsync(Mona, card, Decide, Tick("LegalAdvice"), Reason);

        var answer = await _rig.PressAsync(Mona, card, Decide, Tick("LegalAdvice"), Reason);

        Assert.DoesNotContain("Somebody was first", answer.Words, StringComparison.Ordinal);
        Assert.Contains("Mona Manager", answer.Words, StringComparison.Ordinal);
        Assert.Single((await _rig.EventsAsync(@case)).OfType<CaseDecided>());
    }

    [Fact]
    public async Task Of_Two_At_Once_One_Decides_And_The_Other_Sees_Who_And_When()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());
        var card = (await _rig.LookAsync(Mona, @case)).Redrawn;
        _rig.Meanwhile = () => _rig.PressAsync(Dev, card, Decide, Tick("NhsReview"), Reason);

        var answer = await _rig.PressAsync(Mona, card, Decide, Tick("LegalAdvice"), Reason);

        Assert.Contains("Somebody was first", answer.Words, StringComparison.Ordinal);
        Assert.Contains("Dev Deputy, Wednesday 4 March 2026, 10:00", answer.Words, StringComparison.Ordinal);
        Assert.Equal(DecisionOutcome.NhsReview, Assert.Single((await _rig.FindAsync(@case))!.Decision!.Outcomes));
        Assert.Single(await _rig.OwedAsync(), row => row.Kind == CaseAnnouncer.Outcome);
    }

    [Fact]
    public async Task A_Case_That_Was_Taken_Back_Cannot_Be_Decided()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());
        var card = (await _rig.LookAsync(Mona, @case)).Redrawn;
        await _rig.Get<CaseDesk>().ApplyAsync(@case, current => current.Withdraw(CaseBuilder.Ann, _rig.Time.GetUtcNow()), default);

        var answer = await _rig.PressAsync(Mona, card, Decide, Tick("LegalAdvice"), Reason);

        var reading = await _rig.InvokeAsync(Mona, DecisionVerbs.Refresh, new JObject
        {
            [CardFields.Case] = @case.Id.ToString(),
            [CardFields.Version] = 1,
            [CardFields.Show] = LongText.Report(@case).Key,
        });
        Assert.DoesNotContain(@case.Facts.WhatHappened, reading.Words, StringComparison.Ordinal);
        Assert.Contains("Taken back", answer.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(@case.Facts.WhatHappened, answer.Words, StringComparison.Ordinal);
        Assert.Null((await _rig.FindAsync(@case))!.Decision);
    }

    [Fact]
    public async Task The_Card_Says_When_The_Reporter_Was_Told_Or_That_They_Could_Not_Be()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());
        var decided = await DecideAsync(Mona, @case, Tick("LegalAdvice"), Reason);
        Assert.Contains("The reporter is being told.", decided.Words, StringComparison.Ordinal);

        _rig.Time.Advance(TimeSpan.FromMinutes(2));
        await _rig.SettleAsync(CaseAnnouncer.Outcome, OutboxState.Sent);
        Assert.Contains("Reporter told at 10:02.", (await _rig.LookAsync(Mona, @case)).Words, StringComparison.Ordinal);

        await _rig.SettleAsync(CaseAnnouncer.Outcome, OutboxState.Waiting);
        Assert.Contains("I could not reach the reporter. Please tell them in person.", (await _rig.LookAsync(Dev, @case)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_At_Guidance_Or_A_Long_Text_Keeps_What_Was_Typed()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder().With(facts => facts with { WhatHappened = new string('x', 3_000) }));
        var card = (await _rig.LookAsync(Mona, @case)).Redrawn;

        var law = await _rig.PressAsync(Mona, card, "Show the steps, the BMA's guidance and the law", Tick("LegalAdvice"), Reason);
        Assert.Contains("The law in England and Wales", law.Words, StringComparison.Ordinal);
        Assert.Equal("It breaks item 7.", law.Typed(CardFields.Reason));

        var reading = await _rig.PressAsync(Mona, law.Redrawn, "Show all", Tick("LegalAdvice"), Reason);
        var back = await _rig.PressAsync(Mona, reading.Redrawn, "Back to the case");
        Assert.Equal("It breaks item 7.", back.Typed(CardFields.Reason));
        Assert.Equal("true", back.Typed("outcomeLegalAdvice"));
    }

    [Fact]
    public async Task Nothing_That_Anybody_Wrote_Or_Is_Called_Is_Logged()
    {
        var sentinel = new CaseBuilder().WithoutEvidence().With(facts => facts with { WhatHappened = "SENTINEL", Poster = "SENTINEL", Link = "https://SENTINEL.example/" });
        var @case = await _rig.OpenAsync(sentinel);
        await _rig.PressAsync(Dev, (await _rig.LookAsync(Dev, @case)).Redrawn, "Send the question", (CardFields.Question, "SENTINEL"));
        await _rig.LookAsync(Sam, @case);
        var card = (await _rig.LookAsync(Mona, @case)).Redrawn;
        await _rig.PressAsync(Mona, card, Decide, Tick("ReportToPlatform"), (CardFields.Reason, "SENTINEL"));
        _rig.Meanwhile = () => _rig.PressAsync(Dev, card, Decide, Tick("NhsReview"), (CardFields.Reason, "SENTINEL"));
        await _rig.PressAsync(Mona, card, Decide, Tick("LegalAdvice"), (CardFields.Reason, "SENTINEL"), (CardFields.ForReporter, "SENTINEL"));

        Assert.Contains(_rig.Logs.Lines, line => line.Contains(" 2701 ", StringComparison.Ordinal));
        Assert.Contains(_rig.Logs.Lines, line => line.Contains("Nothing was recorded", StringComparison.Ordinal) && line.Contains("EvidenceMissing", StringComparison.Ordinal));
        Assert.All(
            ["SENTINEL", Ann.Name, Mona.Name, Dev.Name, Sam.Name],
            secret => Assert.DoesNotContain(_rig.Logs.Lines, line => line.Contains(secret, StringComparison.Ordinal)));
    }

    private async Task<Answer> DecideAsync(TeamsBot.People.Person person, Case @case, params (string Id, string Value)[] inputs) =>
        await _rig.PressAsync(person, (await _rig.LookAsync(person, @case)).Redrawn, Decide, inputs);

    private static (string Id, string Value) Tick(string outcome) => (CardFields.Outcome + outcome, "true");
}
