using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.DecisionRig;

namespace Rowcroft.TeamsBot.Tests.Decisions;

/// <summary>What those who decide see of evidence that is missing, and of patients' details in an answer.</summary>
public sealed class LateEvidenceTests : IAsyncLifetime
{
    private const string Number = "943 476 5919";

    private DecisionRig _rig = null!;

    public async Task InitializeAsync() => _rig = await StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task A_Decision_Form_That_Was_Open_When_It_Came_Is_Stale_And_Keeps_What_Was_Typed()
    {
        var @case = await OpenAsync(missing: 1);
        var card = await _rig.LookAsync(Mona, @case);
        Assert.Contains("Evidence missing: 1 screenshot", card.Words, StringComparison.Ordinal);
        await ReceiveAsync(@case);

        var answer = await _rig.PressAsync(Mona, card.Redrawn, "Record the decision", ("outcomeComplaintsProcedure", "true"), (CardFields.Reason, "Item 7."));
        Assert.Contains("the case has changed", answer.Words, StringComparison.Ordinal);
        Assert.Equal("Item 7.", answer.Typed(CardFields.Reason));
        Assert.DoesNotContain("Evidence missing", answer.Words, StringComparison.Ordinal);
        Assert.Contains("a screenshot came", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_Who_Decide_Are_Told_Quietly_And_Once_For_What_Came_Together()
    {
        var @case = await OpenAsync(missing: 2);
        @case = await ReceiveAsync(@case);
        @case = await ReceiveAsync(@case);

        var owed = (await _rig.OwedAsync()).Where(row => row.Kind == CaseAnnouncer.EvidenceCame).ToList();
        Assert.Equal(["1", "2"], owed.Select(row => row.Detail));
        Assert.All(owed, row => Assert.Equal(OutboxRecipient.Approvers, row.Recipient));
        Assert.Null(await RenderAsync(@case, "1", Mona));
        var message = await RenderAsync(@case, "2", Mona);
        Assert.False(message!.Notify);
        Assert.Null(await RenderAsync(@case, "2", Ann));
        Assert.Equal(2, (await _rig.OwedAsync()).Count(row => row is { Kind: CaseAnnouncer.Case, Recipient: OutboxRecipient.EarlierCopies }));
    }

    [Fact]
    public async Task An_Answer_With_A_Patients_Details_Is_Not_Sent_At_Once()
    {
        var (@case, card) = await AskedAsync();
        var back = await _rig.PressAsync(Ann, card, "Send the answer", (CardFields.Answer, $"It was {Number}."));
        Assert.Contains("NHS number 943 *** ****", back.Words, StringComparison.Ordinal);
        Assert.Equal($"It was {Number}.", back.Typed(CardFields.Answer));
        Assert.NotNull((await _rig.FindAsync(@case))!.OpenQuestion);

        var sent = await _rig.PressAsync(Ann, back.Redrawn, "Send it with stars in their place", (CardFields.Answer, $"It was {Number}."));
        Assert.Contains("The people who decide have your answer.", sent.Words, StringComparison.Ordinal);
        Assert.Equal("It was 943 *** ****.", (await _rig.FindAsync(@case))!.Questions[0].Answer);
        Assert.DoesNotContain(_rig.Logs.Lines, line => line.Contains("5919", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_Answer_Keeps_Them_With_A_Reason_That_The_Manager_Sees()
    {
        var (@case, card) = await AskedAsync();
        var back = await _rig.PressAsync(Ann, card, "Send the answer", (CardFields.Answer, $"It was {Number}."));
        await _rig.PressAsync(Ann, back.Redrawn, "Send the answer", (CardFields.Answer, $"It was {Number}."), (CardFields.KeepReason, "To find the record"));

        Assert.Equal($"It was {Number}.", (await _rig.FindAsync(@case))!.Questions[0].Answer);
        var seen = (await _rig.LookAsync(Mona, @case)).Words;
        Assert.Contains("The answer holds what looks like a patient's details", seen, StringComparison.Ordinal);
        Assert.Contains("To find the record", seen, StringComparison.Ordinal);
        Assert.Equal("To find the record", (await _rig.EventsAsync(@case)).OfType<QuestionAnswered>().Single().KeptDetails!.Reason);
    }

    [Fact]
    public void The_Reporter_Is_Told_Once_That_The_Original_In_OneDrive_Is_Theirs()
    {
        var file = CaseBuilder.Screenshot("post.png");
        string Told(SealedEvidence sealedFile)
        {
            var decided = new CaseBuilder().WithEvidence(sealedFile).Decided();
            return CardJson.Of(CardSamples.OutcomeCard.Draw(decided, decided.Decision!)).ToString();
        }

        Assert.Contains("Microsoft Teams Chat Files", Told(file with { IsInOneDrive = true }), StringComparison.Ordinal);
        Assert.DoesNotContain("Microsoft Teams Chat Files", Told(file with { IsInOneDrive = false }), StringComparison.Ordinal);
        Assert.DoesNotContain("Microsoft Teams Chat Files", Told(file), StringComparison.Ordinal);
    }

    private async Task<Case> OpenAsync(int missing) =>
        (await _rig.Get<CaseRecorder>().OpenAsync(
            new CaseBuilder().WithoutEvidence().WithId(new CaseId(Guid.NewGuid())).Report() with { MissingEvidence = missing }, now => now.AddDays(3), default)).Case;

    /// <summary>As the reporting room does it: sealed under an id of its own, and then the case's.</summary>
    private async Task<Case> ReceiveAsync(Case @case)
    {
        _rig.Time.Advance(TimeSpan.FromMinutes(1));
        var file = CaseBuilder.Screenshot("late.png") with { ReceivedAt = _rig.Time.GetUtcNow() };
        await _rig.Get<EvidenceRecords>().AddAsync(
            new EvidenceRecord(file, @case.Practice, new CaseId(Guid.NewGuid()), Ann.Id, EvidenceState.Kept, new EvidenceSeal("x", null)), default);
        var recorded = (CaseOutcome.Recorded)@case.Receive(file, CaseBuilder.Ann, _rig.Time.GetUtcNow());
        Assert.True(await _rig.Get<CaseRecorder>().CommitAsync(recorded, default));
        return recorded.Case;
    }

    private Task<OutgoingMessage?> RenderAsync(Case @case, string detail, Rowcroft.TeamsBot.People.Person to) =>
        _rig.Get<Announcers>().For(CaseAnnouncer.EvidenceCame).RenderAsync(
            new DueMessage(CaseAnnouncer.EvidenceCame, @case.Practice, @case.Id, detail, to, _rig.Time.GetUtcNow()), default);

    private async Task<(Case Case, Newtonsoft.Json.Linq.JObject Card)> AskedAsync()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());
        await _rig.PressAsync(Mona, (await _rig.LookAsync(Mona, @case)).Redrawn, "Send the question", (CardFields.Question, "Who?"));
        var rendered = await _rig.RenderAsync(CaseAnnouncer.Question, @case, Ann);
        return (@case, CardJson.Of((AdaptiveCards.AdaptiveCard)rendered!.Activity.Attachments[0].Content));
    }
}
