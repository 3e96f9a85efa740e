namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>Runs as the machine's clock does, from <paramref name="start"/> on, so that a story happens on the same day whenever it is told.</summary>
internal sealed class ClockFrom(DateTimeOffset start) : TimeProvider
{
    private readonly long _begun = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => (start + System.GetElapsedTime(_begun)).ToUniversalTime();
}
