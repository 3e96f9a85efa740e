using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.DecisionRig;

namespace Rowcroft.TeamsBot.Tests.Decisions;

public sealed class AnnouncerTests : IAsyncLifetime
{
    private DecisionRig _rig = null!;

    public async Task InitializeAsync() => _rig = await StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task A_New_Case_Is_Owed_To_Those_Who_Decide_It()
    {
        await _rig.OpenAsync(new CaseBuilder().Urgent());

        var row = Assert.Single(await _rig.OwedAsync());
        Assert.True(row.Urgent);
    }

    [Fact]
    public async Task A_Case_About_The_Manager_Is_Nothing_For_The_Manager()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder().About(CaseBuilder.Mona));
        var approvers = await _rig.Get<ApproverDirectory>().GetAsync(CaseBuilder.Practice, default);

        Assert.Equal([Dev], approvers.For(@case));
        Assert.Null(await _rig.RenderAsync(CaseAnnouncer.Case, @case, Mona));
        Assert.Null(await _rig.RenderAsync(CaseAnnouncer.Answered, @case, Mona));
        Assert.NotNull(await _rig.RenderAsync(CaseAnnouncer.Case, @case, Dev));
    }

    [Fact]
    public async Task Whoever_No_Longer_Decides_Loses_What_Their_Card_Shows()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());
        await _rig.CommandAsync(Dev, (caller, turn) => _rig.Get<CaseCommand>().HandleAsync(caller, @case.Reference.ToString(), turn, default));
        _rig.People.Remove(Dev);

        var redrawn = await _rig.RenderAsync(CaseAnnouncer.Case, @case, Dev);

        Assert.DoesNotContain(@case.Reference.ToString(), CardIn(redrawn).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Outcome_And_The_Questions_Are_For_The_Reporter_Alone()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder());
        @case = (await _rig.Get<CaseDesk>().ApplyAsync(@case, current => CardOutcome(CardSamples.Asked(current), current), default)).Case;

        foreach (var person in new[] { Mona, Dev, Sam })
        {
            Assert.Null(await _rig.RenderAsync(CaseAnnouncer.Question, @case, person));
            Assert.Null(await _rig.RenderAsync(CaseAnnouncer.Outcome, @case, person));
        }

        Assert.NotNull(await _rig.RenderAsync(CaseAnnouncer.Question, @case, Ann));
        Assert.Null(await _rig.RenderAsync(CaseAnnouncer.Outcome, @case, Ann));
    }

    [Fact]
    public async Task No_Message_Says_On_A_Locked_Phone_Whom_Or_What_It_Is_About()
    {
        var @case = await _rig.OpenAsync(new CaseBuilder().With(facts => facts with { WhatHappened = "SENTINEL", Poster = "SENTINEL" }));
        @case = (await _rig.Get<CaseDesk>().ApplyAsync(@case, current => CardOutcome(CardSamples.Asked(current), current), default)).Case;
        var messages = new List<OutgoingMessage?>
        {
            await _rig.RenderAsync(CaseAnnouncer.Case, @case, Mona),
            await _rig.RenderAsync(CaseAnnouncer.Question, @case, Ann),
            await _rig.RenderAsync(CaseAnnouncer.Answered, @case, Mona),
        };
        @case = (await _rig.Get<CaseDesk>().ApplyAsync(@case, current => CaseBuilder.Decision(current), default)).Case;
        messages.Add(await _rig.RenderAsync(CaseAnnouncer.Outcome, @case, Ann));

        Assert.All(messages, message =>
        {
            var activity = message!.Activity;
            Assert.Null(activity.Text);
            Assert.Equal(activity.Summary, activity.Speak);
            Assert.All(
                ["SENTINEL", "Ann", "Mona", "RMC", "card"],
                secret => Assert.DoesNotContain(secret, activity.Summary, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task A_Case_That_Is_Gone_Is_Not_Announced() =>
        Assert.Null(await _rig.RenderAsync(CaseAnnouncer.Case, new CaseBuilder().Build(), Mona));

    [Fact]
    public void An_Attempt_That_Was_Refused_Is_Told_To_Nobody() =>
        Assert.Empty(_rig.Get<Announcers>().For(CaseAnnouncer.Case).Announce(new CaseBuilder().Build(), new ActionRefused(Sam.Id, CaseBuilder.Wednesday, "case")));

    private static CaseOutcome.Recorded CardOutcome(Case next, Case current) =>
        new(next, new QuestionAsked(CaseBuilder.Mona.Id, current.ReportedAt, next.Questions[^1].Text));

    private static JObject CardIn(OutgoingMessage? message) => CardJson.Of(Assert.Single(message!.Activity.Attachments).Content);
}
