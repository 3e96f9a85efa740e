using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.Bot;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Sdk.Tests.Schema;

namespace Sdk.Tests.Internals;

public sealed class BotJsonTests
{
    private static readonly string Awkward = "é🐑\u2028\"\\" + string.Concat(Enumerable.Repeat("🐑", 3000)) + new string('w', 20000);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1021)]
    [InlineData(100000)]
    public void Text_Is_The_Same_However_The_Bytes_Are_Cut(int pieceSize)
    {
        var utf8 = BotJson.ToUtf8(new Activity { Text = Awkward });

        Assert.Equal(Awkward, BotJson.Read<Activity>(Pieces(utf8, pieceSize)).Text);
    }

    [Fact]
    public void Text_Can_Be_Read_One_Character_At_A_Time()
    {
        var bytes = Encoding.UTF8.GetBytes("a🐑é");
        using var reader = new Utf8SequenceReader(new ReadOnlySequence<byte>(bytes));
        var read = new StringBuilder();

        for (var c = reader.Read(); c != -1; c = reader.Read())
        {
            read.Append((char)c);
        }

        Assert.Equal("a🐑é", read.ToString());
    }

    [Fact]
    public void A_Byte_Order_Mark_Is_Skipped()
    {
        byte[] utf8 = [.. Encoding.UTF8.Preamble, .. "{\"text\":\"x\"}"u8];

        Assert.Equal("x", BotJson.Read<Activity>(utf8).Text);
        Assert.Equal("x", BotJson.Read<Activity>(Pieces(utf8, 2)).Text);
    }

    [Fact]
    public void Bytes_That_Are_Not_Utf8_Do_Not_Throw()
    {
        byte[] utf8 = [.. "{\"text\":\"x"u8, 0xff, 0xc3, .. "\"}"u8];

        Assert.Equal("x\ufffd\ufffd", BotJson.Read<Activity>(utf8).Text);
    }

    [Fact]
    public void Nothing_Is_Null() => Assert.Null(BotJson.Read<Activity>(ReadOnlyMemory<byte>.Empty));

    [Fact]
    public async Task A_Stream_And_A_Pipe_Are_Read_Alike()
    {
        var utf8 = BotJson.ToUtf8(new Activity { Text = Awkward });
        using var stream = new MemoryStream(utf8);
        using var again = new MemoryStream(utf8);
        var pipe = PipeReader.Create(again, new StreamPipeReaderOptions(bufferSize: 512));

        Assert.Equal(Awkward, (await BotJson.ReadAsync<Activity>(stream, default)).Text);
        Assert.Equal(Awkward, (await BotJson.ReadAsync<Activity>(pipe, default)).Text);
        await pipe.CompleteAsync();
    }

    [Fact]
    public void What_Is_Written_Is_What_The_Original_Writes()
    {
        var activity = RoundTrip.Read<Activity>(TeamsPayloads.MessageWithFile);
        activity.Text = Awkward;

        Assert.Equal(JsonConvert.SerializeObject(activity, BotJson.Settings), Encoding.UTF8.GetString(BotJson.ToUtf8(activity)));
    }

    [Fact]
    public void Json_That_Is_Nested_Too_Deeply_Is_Refused()
    {
        var deep = new string('[', 100_000) + new string(']', 100_000);

        Assert.ThrowsAny<JsonException>(() => BotJson.Read<JToken>(deep));
        Assert.ThrowsAny<JsonException>(() => BotJson.Read<Activity>($$"""{ "value": {{deep}} }"""));
    }

    [Fact]
    public void A_Type_Name_In_Json_Is_Only_Text()
    {
        var activity = BotJson.Read<Activity>("""{ "value": { "$type": "System.IO.FileInfo, System.Runtime", "fileName": "x" } }""");

        Assert.IsType<JObject>(activity.Value);
    }

    [Theory]
    [InlineData("""{ "timestamp": "/Date(99999999999999999)/" }""")]
    [InlineData("""{ "value": ["/Date(-99999999999999999)/"] }""")]
    [InlineData("""{ "timestamp": "soon" }""")]
    public void A_Value_That_Cannot_Be_Is_An_Error_Of_The_Json(string json) =>
        Assert.ThrowsAny<JsonException>(() => BotJson.Read<Activity>(json));

    [Theory]
    [InlineData("""{"$type":["x"]}""")]
    [InlineData("""{"$ref":"1","text":"x"}""")]
    public void Names_With_A_Dollar_Are_Data(string json) =>
        Assert.Equal(json, Encoding.UTF8.GetString(BotJson.ToUtf8(BotJson.Read<ChannelAccount>(json))));

    [Fact]
    public void A_Duration_Is_Iso_8601()
    {
        Assert.Equal("\"PT1M30S\"", Encoding.UTF8.GetString(BotJson.ToUtf8(TimeSpan.FromSeconds(90))));
        Assert.Equal(TimeSpan.FromSeconds(90), BotJson.Read<TimeSpan>("\"PT1M30S\""));
        Assert.Throws<JsonSerializationException>(() => BotJson.Read<TimeSpan>("\"soon\""));
    }

    [Fact]
    public void Every_Client_Shares_One_Set_Of_Contracts()
    {
        using var services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        var http = services.GetRequiredService<IHttpClientFactory>();
        using var one = new ConnectorClient(new Uri("https://a.example"), null, http.CreateClient(), true);
        using var other = new ConnectorClient(new Uri("https://b.example"), null, http.CreateClient(), true);

        Assert.Same(one.SerializationSettings.ContractResolver, other.SerializationSettings.ContractResolver);
        Assert.Same(one.SerializationSettings.ContractResolver, BotJson.Serializer.ContractResolver);
    }

    [Fact]
    public void Many_Threads_May_Use_It_At_Once()
    {
        var utf8 = BotJson.ToUtf8(RoundTrip.Read<Activity>(TeamsPayloads.MessageWithFile));

        Parallel.For(0, 2000, _ => Assert.Equal(utf8, BotJson.ToUtf8(BotJson.Read<Activity>(utf8))));
    }

    private static ReadOnlySequence<byte> Pieces(byte[] bytes, int size)
    {
        Piece? first = null;
        Piece? last = null;
        for (var at = 0; at < bytes.Length; at += size)
        {
            last = new Piece(bytes.AsMemory(at, Math.Min(size, bytes.Length - at)), last);
            first ??= last;
        }

        return new ReadOnlySequence<byte>(first!, 0, last!, last!.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, Piece? previous)
        {
            Memory = memory;
            RunningIndex = previous == null ? 0 : previous.RunningIndex + previous.Memory.Length;
            previous?.Next = this;
        }
    }
}
