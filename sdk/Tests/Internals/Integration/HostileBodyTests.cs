using System.Net;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Sdk.Tests.Loopback;

namespace Sdk.Tests.Internals.Integration;

/// <summary>Bodies made to hurt. The original reads any depth.</summary>
public class HostileBodyTests
{
    [Theory]
    [InlineData("value", "{\"a\":", "}")]
    [InlineData("value", "[", "]")]
    [InlineData("unheardOf", "{\"a\":", "}")]
    [InlineData("channelData", "[", "]")]
    public async Task Deep_Nesting_Is_A_Bad_Request(string property, string open, string close)
    {
        var nested = string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000));
        await using var bot = await BotServer.StartAsync(new CloudAdapter());
        var (status, _) = await bot.SendAsync(HttpMethod.Post, $$"""{"type":"message","{{property}}":{{nested}}}""");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Empty(bot.Bot.Turns);

        var (after, _) = await bot.PostAsync(BotServer.Message());
        Assert.Equal(HttpStatusCode.OK, after);
    }
}
