namespace Rowcroft.TeamsBot.Delivery;

/// <summary>How long to wait before the next attempt: doubled each time up to a limit, and spread, so that not all come back at once.</summary>
internal static class Backoff
{
    /// <param name="attempts">How many have failed, from 1.</param>
    /// <param name="spread">From 0 to 1: the wait is between half of the full time and all of it.</param>
    public static TimeSpan After(int attempts, DeliveryOptions options, double spread)
    {
        var longest = TimeSpan.FromMinutes(options.MaxDelayMinutes);
        var doubled = TimeSpan.FromSeconds(options.FirstDelaySeconds * Math.Pow(2, Math.Clamp(attempts - 1, 0, 20)));
        return (doubled < longest ? doubled : longest) * (0.5 + (spread / 2));
    }
}
