namespace Rowcroft.Bench;

/// <summary>Where the bot keeps its data during one run.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("rowcroft-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
