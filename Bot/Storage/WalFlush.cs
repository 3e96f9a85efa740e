namespace Rowcroft.TeamsBot.Storage;

/// <summary>
/// Brings what was committed to the disk itself: once for all who wait, and while others already write on. SQLite alone would do it
/// once for each commit and keep every other writer out meanwhile.
/// </summary>
/// <remarks>
/// Sound with <c>synchronous = NORMAL</c> in WAL mode: a commit is in the WAL before it is reported, the WAL's header is synced when it
/// is written, and a checkpoint syncs the WAL before it copies it and the database after. A WAL that is gone was checkpointed.
/// </remarks>
internal sealed class WalFlush(Action flush)
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private long _wanted;
    private long _done;

    /// <param name="database">The SQLite file.</param>
    public static WalFlush Of(string database) => new(() => ToDisk(database));

    /// <summary>Returns when everything that was committed before this call is on the disk.</summary>
    public async Task RunAsync()
    {
        var mine = Interlocked.Increment(ref _wanted);
        await _one.WaitAsync();
        try
        {
            if (_done < mine)
            {
                var upTo = Interlocked.Read(ref _wanted);
                flush();
                _done = upTo;
            }
        }
        finally
        {
            _one.Release();
        }
    }

    private static void ToDisk(string database)
    {
        // SQLite puts the WAL beside the file itself, wherever a link to it stands.
        var file = File.ResolveLinkTarget(database, returnFinalTarget: true)?.FullName ?? database;
        try
        {
            using var wal = File.OpenHandle(file + "-wal", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(wal);
        }
        catch (FileNotFoundException)
        {
            // The last connection was closed, and took the WAL's content into the database.
        }
    }
}
