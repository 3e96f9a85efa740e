using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Sdk.Tests.Builder;

public sealed class BotStateTests
{
    private readonly CountingStorage _storage = new();
    private readonly ConversationState _state;
    private readonly IStatePropertyAccessor<Draft> _draft;

    public BotStateTests()
    {
        _state = new ConversationState(_storage);
        _draft = _state.CreateProperty<Draft>("draft");
    }

    [Fact]
    public async Task A_Change_Inside_An_Object_Is_Saved()
    {
        var first = Turn();
        var draft = await _draft.GetAsync(first, () => new Draft());
        draft.Lines.Add("one");
        await _state.SaveChangesAsync(first);

        var second = Turn();
        (await _draft.GetAsync(second)).Lines.Add("two");
        await _state.SaveChangesAsync(second);

        Assert.Equal(["one", "two"], (await _draft.GetAsync(Turn())).Lines);
        Assert.Equal(2, _storage.Writes);
    }

    [Fact]
    public async Task State_Is_Read_Once_In_A_Turn_And_Written_Only_When_Changed()
    {
        var turn = Turn();
        await _state.SaveChangesAsync(turn);
        Assert.Equal((0, 0), (_storage.Reads, _storage.Writes));

        await _draft.GetAsync(turn);
        await _draft.SetAsync(turn, new Draft());
        await _draft.GetAsync(turn);
        Assert.Equal((1, 0), (_storage.Reads, _storage.Writes));

        await _state.SaveChangesAsync(turn);
        await _state.SaveChangesAsync(turn);
        Assert.Equal((1, 1), (_storage.Reads, _storage.Writes));

        await _state.SaveChangesAsync(turn, force: true);
        await _state.LoadAsync(turn, force: true);
        await _state.LoadAsync(turn);
        Assert.Equal((2, 2), (_storage.Reads, _storage.Writes));
    }

    [Fact]
    public async Task A_Value_That_Is_Put_Back_Is_No_Change()
    {
        var count = _state.CreateProperty<int>("count");
        var first = Turn();
        await count.SetAsync(first, 1);
        await _state.SaveChangesAsync(first);

        var second = Turn();
        await count.SetAsync(second, 2);
        await count.SetAsync(second, 1);
        await _state.SaveChangesAsync(second);

        Assert.Equal(1, _storage.Writes);
    }

    [Fact]
    public async Task What_Was_Never_Set_Is_The_Default_Or_The_Factorys()
    {
        var turn = Turn();

        Assert.Null(await _draft.GetAsync(turn));
        Assert.Equal(0, await _state.CreateProperty<int>("count").GetAsync(turn));
        Assert.Equal(7, await _state.CreateProperty<int>("count").GetAsync(turn, () => 7));
        Assert.Equal(7, await _state.CreateProperty<int>("count").GetAsync(turn));
        Assert.Equal(Guid.Empty, await _state.CreateProperty<Guid>("id").GetAsync(turn));
    }

    [Fact]
    public async Task A_Number_Comes_Back_As_The_Number_That_Was_Asked_For()
    {
        var first = Turn();
        await _state.CreateProperty<int>("count").SetAsync(first, 5);
        await _state.SaveChangesAsync(first);

        Assert.Equal(5, await _state.CreateProperty<int>("count").GetAsync(Turn()));
        Assert.Equal(5L, await _state.CreateProperty<long>("count").GetAsync(Turn()));
        Assert.Equal("5", await _state.CreateProperty<string>("count").GetAsync(Turn()));
    }

    [Fact]
    public async Task A_Storage_Without_Type_Names_Gives_Back_Typed_Properties()
    {
        var plain = new MemoryStorage(new JsonSerializer { TypeNameHandling = TypeNameHandling.None });
        var state = new ConversationState(plain);
        var draft = state.CreateProperty<Draft>("draft");
        var lines = state.CreateProperty<List<string>>("lines");
        var first = Turn();
        await draft.SetAsync(first, new Draft { Lines = { "one" } });
        await lines.SetAsync(first, ["two"]);
        await state.SaveChangesAsync(first);

        var second = Turn();
        Assert.Equal(["one"], (await draft.GetAsync(second)).Lines);
        Assert.Equal(["two"], await lines.GetAsync(second));
    }

    [Fact]
    public async Task Clearing_Empties_What_Is_Stored_When_It_Is_Saved()
    {
        await StoreAsync("one");
        var turn = Turn();
        await _draft.GetAsync(turn);

        await _state.ClearStateAsync(turn);
        Assert.NotNull(await _draft.GetAsync(Turn()));

        await _state.SaveChangesAsync(turn);
        Assert.Null(await _draft.GetAsync(Turn()));
    }

    [Fact]
    public async Task Deleting_A_State_Deletes_It_At_Once()
    {
        await StoreAsync("one");

        await _state.DeleteAsync(Turn());

        Assert.Null(await _draft.GetAsync(Turn()));
    }

    [Fact]
    public async Task Deleting_A_Property_Leaves_The_Others()
    {
        await StoreAsync("one");
        var turn = Turn();
        await _state.CreateProperty<string>("other").SetAsync(turn, "kept");
        await _draft.DeleteAsync(turn);
        await _state.SaveChangesAsync(turn);

        Assert.Null(await _draft.GetAsync(Turn()));
        Assert.Equal("kept", await _state.CreateProperty<string>("other").GetAsync(Turn()));
    }

    [Fact]
    public async Task The_Turns_Properties_Can_Be_Looked_At()
    {
        var turn = Turn();
        Assert.Null(_state.GetCachedState(turn));

        await _draft.SetAsync(turn, new Draft { Lines = { "one" } });

        Assert.Equal("one", (string?)_state.Get(turn).SelectToken("draft.Lines[0]"));
        Assert.Equal(["draft"], _state.GetCachedState(turn).State.Keys);
    }

    [Fact]
    public async Task Each_Kind_Of_State_Has_Its_Key()
    {
        var kept = new Dictionary<string, JObject>();
        var storage = new MemoryStorage(kept);
        var turn = Turn();
        BotState[] states = [new ConversationState(storage), new UserState(storage), new PrivateConversationState(storage)];
        foreach (var state in states)
        {
            await state.CreateProperty<string>("p").SetAsync(turn, "v");
        }

        await new BotStateSet(states).SaveAllChangesAsync(turn);

        Assert.Equal(["msteams/conversations/chat", "msteams/conversations/chat/users/user", "msteams/users/user"], kept.Keys.Order());
    }

    [Fact]
    public async Task A_Turn_Without_A_Conversation_Has_No_Conversation_State()
    {
        var turn = new TurnContext(new SpyAdapter(), new Activity { Type = ActivityTypes.Message, ChannelId = "msteams" });

        await Assert.ThrowsAnyAsync<Exception>(() => _state.LoadAsync(turn));
        await Assert.ThrowsAnyAsync<Exception>(() => new UserState(_storage).LoadAsync(turn));
        Assert.Equal(0, _storage.Reads);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void A_Property_Needs_A_Name(string? name) => Assert.Throws<ArgumentNullException>(() => _state.CreateProperty<string>(name));

    [Fact]
    public async Task Saved_State_Follows_A_Turn_That_Went_Well_Only()
    {
        var adapter = new SpyAdapter();
        adapter.Use(new AutoSaveStateMiddleware(_state));

        await adapter.RunAsync(Incoming.Message(), (turn, _) => _draft.SetAsync(turn, new Draft { Lines = { "well" } }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => adapter.RunAsync(Incoming.Message(), async (turn, _) =>
        {
            (await _draft.GetAsync(turn)).Lines.Add("badly");
            throw new InvalidOperationException();
        }));

        Assert.Equal(["well"], (await _draft.GetAsync(Turn())).Lines);
        Assert.Equal(1, _storage.Writes);
    }

    private static TurnContext Turn() => new(new SpyAdapter(), Incoming.Message());

    private async Task StoreAsync(string line)
    {
        var turn = Turn();
        await _draft.SetAsync(turn, new Draft { Lines = { line } });
        await _state.SaveChangesAsync(turn);
    }

    public sealed class Draft
    {
        public List<string> Lines { get; set; } = [];
    }
}
