using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Moq;

namespace Sdk.Tests.Dialogs;

public sealed class DialogSetTests
{
    [Fact]
    public void A_Set_Needs_Somewhere_To_Keep_Its_Stack() =>
        Assert.Throws<ArgumentNullException>(() => new DialogSet(null));

    [Fact]
    public async Task A_Set_Without_Storage_Has_No_Context()
    {
        using var turn = new TurnContext(new TestAdapter(), new Activity(ActivityTypes.Message));
        await Assert.ThrowsAsync<InvalidOperationException>(() => new DialogSet().CreateContextAsync(turn));
    }

    [Fact]
    public void A_Dialog_Is_Found_By_Its_Id()
    {
        var name = new TextPrompt("name");
        var set = new DialogSet().Add(name).Add(new TextPrompt("age"));

        Assert.Same(name, set.Find("name"));
        Assert.Null(set.Find("address"));
        Assert.Throws<ArgumentNullException>(() => set.Find(" "));
        Assert.Equal(["name", "age"], set.GetDialogs().Select(dialog => dialog.Id));
    }

    [Fact]
    public void A_Taken_Id_Gets_The_Next_Free_Number()
    {
        var set = new DialogSet().Add(new TextPrompt("name"));
        var second = new TextPrompt("name");
        var third = new TextPrompt("name");

        set.Add(second).Add(third);

        Assert.Equal("name2", second.Id);
        Assert.Equal("name3", third.Id);
        Assert.Same(third, set.Find("name3"));
    }

    [Fact]
    public void The_Version_Follows_What_Is_In_The_Set()
    {
        var empty = new DialogSet().GetVersion();
        var one = new DialogSet().Add(new TextPrompt("name")).GetVersion();
        var same = new DialogSet().Add(new TextPrompt("name")).GetVersion();
        var grown = new DialogSet().Add(new TextPrompt("name"));
        Assert.Equal(one, grown.GetVersion());
        grown.Add(new TextPrompt("age"));

        Assert.NotEqual(empty, one);
        Assert.Equal(one, same);
        Assert.NotEqual(one, grown.GetVersion());
    }

    [Fact]
    public void A_Waterfall_With_Another_Step_Is_Another_Version()
    {
        static Task<DialogTurnResult> Step(WaterfallStepContext step, CancellationToken cancellationToken) => step.EndDialogAsync();

        Assert.NotEqual(new WaterfallDialog("w", [Step]).GetVersion(), new WaterfallDialog("w", [Step, Step]).GetVersion());
    }

    [Fact]
    public void Telemetry_Reaches_Every_Dialog_However_Deep()
    {
        var client = Mock.Of<IBotTelemetryClient>();
        var inner = new TextPrompt("name");
        var component = new ComponentDialog("component").AddDialog(inner);
        var set = new DialogSet().Add(component);

        set.TelemetryClient = client;
        Assert.Same(client, inner.TelemetryClient);

        var later = new TextPrompt("age");
        set.Add(later);
        Assert.Same(client, later.TelemetryClient);

        set.TelemetryClient = null;
        Assert.IsType<NullBotTelemetryClient>(inner.TelemetryClient);
    }

    [Fact]
    public void Components_May_Contain_Each_Other()
    {
        var client = Mock.Of<IBotTelemetryClient>();
        var one = new ComponentDialog("one");
        var two = new ComponentDialog("two");
        one.Dialogs.Add(two);
        two.Dialogs.Add(one);

        one.TelemetryClient = client;

        Assert.Same(client, two.TelemetryClient);
    }
}
