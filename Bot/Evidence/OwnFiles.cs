namespace Rowcroft.TeamsBot.Evidence;

/// <summary>Files and directories that the bot's own account can read and nobody else: 0600 and 0700.</summary>
internal static class OwnFiles
{
    private const UnixFileMode OwnerOnlyDirectory = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerOnlyFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static FileStream Create(string path)
    {
        var how = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            BufferSize = 0, // it is written by the chunk
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = OwnerOnlyFile;
        }

        return new FileStream(path, how);
    }

    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, OwnerOnlyDirectory);
        File.SetUnixFileMode(path, OwnerOnlyDirectory); // one that was there before may be open to others
    }

    /// <summary>Removes files that nobody has written to since an instant.</summary>
    public static int Sweep(string directory, DateTimeOffset before)
    {
        var leftovers = new DirectoryInfo(directory).EnumerateFiles().Where(file => file.LastWriteTimeUtc < before.UtcDateTime).ToList();
        leftovers.ForEach(file => file.Delete());
        return leftovers.Count;
    }
}
