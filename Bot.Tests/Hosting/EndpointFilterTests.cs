using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Configuration;
using Rowcroft.TeamsBot.Hosting;

namespace Rowcroft.TeamsBot.Tests.Hosting;

public sealed class EndpointFilterTests
{
    [Theory]
    [InlineData("10.0.0.7", "localhost", "", 403)]
    [InlineData("::ffff:10.0.0.7", "127.0.0.1:3978", "", 403)]
    [InlineData("2001:db8::1", "localhost", "  ", 403)]
    [InlineData("127.0.0.1", "bot.example.org", "", 403)] // a tunnel, or a page that gave itself this machine's address
    [InlineData("127.0.0.1", "localhost.example.org:3978", "", 403)]
    [InlineData("127.0.0.1", "10.0.0.7:3978", "", 403)]
    [InlineData("127.0.0.1", "", "", 403)]
    [InlineData("127.0.0.1", "127.0.0.1:3978", "", null)]
    [InlineData("127.0.0.1", "LocalHost:3978", "", null)]
    [InlineData("127.0.0.1", "Manager.localhost:3978", "", null)]
    [InlineData("10.0.0.7", "manager.localhost:3978", "", 403)]
    [InlineData("127.0.0.1", "manager-localhost:3978", "", 403)]
    [InlineData("127.0.0.1", "manager.localhost.example.org", "", 403)]
    [InlineData("::1", "[::1]:3978", "", null)]
    [InlineData("::ffff:127.0.0.1", "localhost", "", null)]
    [InlineData(null, "localhost", "", null)]
    [InlineData("10.0.0.7", "bot.example.org", "11111111-1111-1111-1111-111111111111", null)]
    public async Task Without_An_App_Id_Only_This_Machine_Is_Answered(string? caller, string name, string appId, int? expected)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("MicrosoftAppId", appId)]).Build();
        var http = new DefaultHttpContext { Request = { Host = new HostString(name) } };
        http.Connection.RemoteIpAddress = caller is null ? null : IPAddress.Parse(caller);
        Assert.Equal(expected, await RefusalAsync(new LoopbackOnly(settings), http));
    }

    [Theory]
    [InlineData("application/json", null)]
    [InlineData("application/json; charset=utf-8", null)]
    [InlineData("APPLICATION/JSON", null)]
    [InlineData("application/activity+json", null)]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("application/jsonx", 415)]
    [InlineData("", 415)]
    [InlineData(null, 415)]
    public async Task A_Body_That_Does_Not_Call_Itself_Json_Is_Not_Read(string? contentType, int? expected)
    {
        var http = new DefaultHttpContext { Request = { Method = "POST", ContentType = contentType } };
        Assert.Equal(expected, await RefusalAsync(new JsonOnly(), http));
    }

    [Fact]
    public async Task A_Call_That_Is_No_Post_Is_Left_To_The_Adapter()
    {
        var http = new DefaultHttpContext { Request = { Method = "GET" } };
        Assert.Null(await RefusalAsync(new JsonOnly(), http));
    }

    /// <returns><c>null</c> when the call was let through.</returns>
    private static async Task<int?> RefusalAsync(IEndpointFilter filter, HttpContext http)
    {
        var passed = false;
        var answer = await filter.InvokeAsync(EndpointFilterInvocationContext.Create(http), _ =>
        {
            passed = true;
            return ValueTask.FromResult<object?>(null);
        });
        Assert.Equal(passed, answer is null);
        return (answer as StatusCodeHttpResult)?.StatusCode;
    }
}
