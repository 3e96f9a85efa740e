using System.Text.Json;
using Rowcroft.LocalTeams.Chats;

namespace Rowcroft.LocalTeams.Memory;

/// <summary>Reads the memory before anything else starts, and writes it shortly after each change and at the end.</summary>
internal sealed partial class MemoryKeeper(TeamsMemory memory, News news, LocalTeamsOptions options, ILogger<MemoryKeeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.MemoryFile is { } file && File.Exists(file))
        {
            await ReadAsync(file, cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.MemoryFile is not null)
        {
            await news.NextAsync().WaitAsync(stoppingToken);
            await Task.Delay(Pause, TimeProvider.System, stoppingToken);
            await WriteAsync(stoppingToken);
        }
    }

    private async Task ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            if (await JsonSerializer.DeserializeAsync<SavedTeams>(stream, cancellationToken: cancellation) is { } saved)
            {
                memory.Restore(saved);
            }
        }
        catch (JsonException)
        {
            Log.Unreadable(logger, file);
        }
    }

    /// <summary>Writes beside the file and then takes its place, so that a crash leaves the old one.</summary>
    private async Task WriteAsync(CancellationToken cancellation)
    {
        if (options.MemoryFile is { } file)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var next = file + ".next";
            await using (var stream = File.Create(next))
            {
                await JsonSerializer.SerializeAsync(stream, memory.Capture(), cancellationToken: cancellation);
            }

            File.Move(next, file, overwrite: true);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Started without the chats of the last run: {File} cannot be read.")]
        public static partial void Unreadable(ILogger logger, string file);
    }
}
