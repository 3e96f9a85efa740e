using System.Net;
using Microsoft.Bot.Schema;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Delivery;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 2)]
    [InlineData(2, 1, 4)]
    [InlineData(5, 0.5, 24)]
    [InlineData(10, 1, 900)]
    [InlineData(100, 0, 450)]
    public void It_Doubles_Up_To_A_Quarter_Of_An_Hour_And_Is_Spread(int attempts, double spread, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.After(attempts, new DeliveryOptions(), spread));

    [Fact]
    public void Retry_After_Is_Read_As_Seconds_Or_As_A_Date()
    {
        var seconds = FakeTeams.Status(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7));
        Assert.Equal(new SendResult.Throttled(TimeSpan.FromSeconds(7)), SendFailures.Read(seconds, CaseBuilder.Wednesday));
        var date = WithRetryAfter("Wed, 04 Mar 2026 10:01:30 GMT");
        Assert.Equal(new SendResult.Throttled(TimeSpan.FromSeconds(90)), SendFailures.Read(date, CaseBuilder.Wednesday));
        Assert.Equal(new SendResult.Throttled(null), SendFailures.Read(WithRetryAfter("soon"), CaseBuilder.Wednesday));
        Assert.Equal(
            new SendResult.Throttled(null),
            SendFailures.Read(FakeTeams.Status(HttpStatusCode.TooManyRequests), CaseBuilder.Wednesday));
    }

    private static ErrorResponseException WithRetryAfter(string value)
    {
        var exception = FakeTeams.Status(HttpStatusCode.TooManyRequests);
        exception.Response.Headers["retry-after"] = [value];
        return exception;
    }
}
