using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.SubjectAccess;

/// <summary>
/// <c>subject-access --person … --out file.zip</c>: a copy of what is held about one member of staff. It needs no Teams, and works while
/// the bot runs. That a copy was made stands in the chain of every case of which something is in it.
/// </summary>
internal sealed class SubjectAccessCommand(SubjectSearch search, CopyOfAll everything, CopyFile file, Migrator database, CaseRecorder recorder, TimeProvider time)
{
    public const int Written = 0;
    public const int Failed = 1;

    /// <summary>Nothing is held: there is no file. Not a failure, and no copy either.</summary>
    public const int NothingHeld = 2;

    public const string NoPerson =
        "Say who it is: --person and the Entra object id (Microsoft Entra admin centre, Users, the person, Object ID). The bot keeps no user principal names, so it cannot find anybody by one.";

    public const string NoOut = "Say where the copy goes: --out and the name of a ZIP file that is not there yet.";

    /// <returns>The process's exit code.</returns>
    public async Task<int> RunAsync(SubjectSwitches switches, TextWriter output, CancellationToken cancellationToken)
    {
        if (await WhyNotAsync(switches, cancellationToken) is { } sentence)
        {
            await output.WriteLineAsync(sentence);
            return Failed;
        }

        try
        {
            var released = await ReleasedAsync(switches.Release, cancellationToken);
            var copies = await CopiesAsync(switches, released, cancellationToken);
            return copies switch
            {
                [] => await NothingAsync(switches, output),
                [var only] => await WriteAsync(only, switches, output, cancellationToken),
                _ => await SeveralAsync(copies, output),
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync(exception.Message);
            return Failed;
        }
    }

    private async Task<string?> WhyNotAsync(SubjectSwitches switches, CancellationToken cancellationToken) =>
        switches.Who is null ? NoPerson
        : switches.Out is not { Length: > 0 } path ? NoOut
        : File.Exists(path) || File.Exists(CopyFile.ListOf(path)) ? $"{path} or {CopyFile.ListOf(path)} is there already, and is not written over."
        : await database.WhyNotReadyAsync(cancellationToken) is { } why ? $"{why}, so nothing could be looked up."
        : null;

    private static async Task<HashSet<string>> ReleasedAsync(string? path, CancellationToken cancellationToken) => path is null
        ? []
        : [.. (await File.ReadAllLinesAsync(path, cancellationToken)).Select(line => line.Trim()).Where(line => line.Length > 0)];

    /// <summary>One for each practice that holds something: practices are asked separately, as each answers for itself.</summary>
    private async Task<IReadOnlyList<Copy>> CopiesAsync(SubjectSwitches switches, HashSet<string> released, CancellationToken cancellationToken)
    {
        var copies = new List<Copy>();
        foreach (var practice in switches.Where is { } named ? [named] : await search.PracticesAsync(cancellationToken))
        {
            var subject = await search.FindAsync(practice, switches.Who!.Value, switches.Name, cancellationToken);
            var copy = await everything.GatherAsync(subject, released, switches.WithFiles, cancellationToken);
            if (!copy.IsEmpty || subject.Mentions.Count > 0)
            {
                copies.Add(copy);
            }
        }

        return copies;
    }

    private static async Task<int> NothingAsync(SubjectSwitches switches, TextWriter output)
    {
        await output.WriteLineAsync($"Nothing is held about {switches.Person}{(switches.Where is { } where ? $" in the practice {where}" : "")}. No file was written.");
        return NothingHeld;
    }

    private static async Task<int> SeveralAsync(IReadOnlyList<Copy> copies, TextWriter output)
    {
        await output.WriteLineAsync(
            $"Several practices hold something about this person: {string.Join(", ", copies.Select(copy => copy.Subject.Practice))}. Each answers for itself: say which one with --practice.");
        return Failed;
    }

    private async Task<int> WriteAsync(Copy copy, SubjectSwitches switches, TextWriter output, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(switches.Out!);
        try
        {
            var sha256 = await file.WriteAsync(copy, path, cancellationToken);
            foreach (var @case in copy.Subject.Cases)
            {
                await recorder.AuditAsync(@case, new SubjectAccessGiven(PersonId.Bot, time.GetUtcNow(), switches.WithFiles, sha256), cancellationToken);
            }

            File.Move(CopyFile.PartOf(path), path);
            await SayAsync(copy, path, sha256, output);
            return Written;
        }
        catch
        {
            // No half copy stays, and no list of what is not in one.
            File.Delete(CopyFile.PartOf(path));
            File.Delete(CopyFile.ListOf(path));
            throw;
        }
    }

    private static async Task SayAsync(Copy copy, string path, string sha256, TextWriter output)
    {
        foreach (var section in copy.Sections)
        {
            await output.WriteLineAsync($"{section.Title}: {section.Entries.Count}");
        }

        await output.WriteLineAsync($"The copy is {path} (SHA-256 {sha256}).");
        await output.WriteLineAsync(
            $"First read {CopyFile.ListOf(path)}: {copy.Withheld.Count} things in it are for a human to decide. It is not for the person who asked.");
    }
}
