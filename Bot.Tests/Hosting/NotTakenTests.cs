using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Tests.Hosting;

public sealed class NotTakenTests
{
    private readonly StartGate _gate = new();
    private readonly ApplicationLifetime _process = new(NullLogger<ApplicationLifetime>.Instance);

    [Fact]
    public async Task What_Is_Called_Off_While_The_Bot_Still_Waits_Was_Not_Taken()
    {
        _process.StopApplication();
        Assert.Equal(503, Assert.IsAssignableFrom<IStatusCodeHttpResult>(await AskAsync()).StatusCode);
    }

    [Fact]
    public async Task What_Could_Not_Be_Written_Down_Was_Not_Taken()
    {
        _gate.Open();
        Assert.Equal(503, Assert.IsAssignableFrom<IStatusCodeHttpResult>(await AskAsync(new NotTakenException(new IOException()))).StatusCode);
    }

    [Fact]
    public async Task What_Fails_Otherwise_Is_No_Business_Of_This()
    {
        await Assert.ThrowsAsync<OperationCanceledException>(() => AskAsync());
        _gate.Open();
        _process.StopApplication();
        await Assert.ThrowsAsync<OperationCanceledException>(() => AskAsync());
    }

    private async Task<object?> AskAsync(Exception? exception = null) => await new NotTaken(_gate, _process).InvokeAsync(
        new DefaultEndpointFilterInvocationContext(new DefaultHttpContext()), _ => throw exception ?? new OperationCanceledException());
}
