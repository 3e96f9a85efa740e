using System.Globalization;
using System.Net;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>What Teams' answer means for a message. Status codes and limits: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit</summary>
internal static class SendFailures
{
    public static SendResult Read(Exception exception, DateTimeOffset now) => exception is ErrorResponseException { Response: { } response }
        ? response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => new SendResult.Throttled(RetryAfter(response, now)),
            HttpStatusCode.Forbidden => new SendResult.Unreachable(),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => new SendResult.Gone(),
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity =>
                new SendResult.Refused(Code(response)),

            // 401 too: a secret that has run out is replaced, and then the message still has to go.
            _ => new SendResult.Failed(Code(response)),
        }
        : new SendResult.Failed(exception.GetType().Name);

    private static string Code(HttpResponseMessageWrapper response) => ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);

    /// <summary>Seconds or a date, as in RFC 9110 §10.2.3; <c>null</c> when absent or not understood.</summary>
    private static TimeSpan? RetryAfter(HttpResponseMessageWrapper response, DateTimeOffset now)
    {
        var value = response.Headers.FirstOrDefault(header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase))
            .Value?.FirstOrDefault();
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && date > now
            ? date - now
            : null;
    }
}
