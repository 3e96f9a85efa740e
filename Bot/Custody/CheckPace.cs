namespace Rowcroft.TeamsBot.Custody;

/// <summary>How fast a check goes on, and what has to be done now and then while it does.</summary>
/// <param name="bytesPerSecond"><c>null</c> for as fast as it goes.</param>
/// <param name="stillOurs">Asked at every step; it throws when another instance has taken the check over.</param>
internal sealed class CheckPace(long? bytesPerSecond, Func<CancellationToken, Task> stillOurs, TimeProvider time)
{
    /// <summary>What one event costs, in bytes of a file: chains are read at the same leisure.</summary>
    public const int BytesPerEvent = 4_096;

    /// <summary>A shorter pause is saved up.</summary>
    private static readonly TimeSpan Worthwhile = TimeSpan.FromMilliseconds(100);

    private TimeSpan _owed;

    public static CheckPace Unhurried(CustodyOptions options, Func<CancellationToken, Task> stillOurs, TimeProvider time) =>
        new(options.MegabytesPerSecond * 1_000_000L, stillOurs, time);

    public static CheckPace AsFastAsItGoes(TimeProvider time) => new(null, _ => Task.CompletedTask, time);

    /// <summary>Rests for as long as these bytes are worth.</summary>
    public async Task StepAsync(long bytes, CancellationToken cancellationToken)
    {
        await stillOurs(cancellationToken);
        _owed += bytesPerSecond is { } speed ? TimeSpan.FromSeconds((double)bytes / speed) : TimeSpan.Zero;
        if (_owed >= Worthwhile)
        {
            var rest = _owed;
            _owed = TimeSpan.Zero;
            await Task.Delay(rest, time, cancellationToken);
        }
    }
}
