using System.Text.Json.Nodes;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.SubjectAccess;
using Rowcroft.TeamsBot.Tests.Custody;
using Rowcroft.TeamsBot.Tests.Exports;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.SubjectAccess;

/// <summary>Asks for copies, as the command line does, and reads them.</summary>
internal sealed class SubjectAccessRig(CustodyRig rig) : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private int _copies;

    public CustodyRig Rig => rig;

    public static async Task<SubjectAccessRig> StartAsync(string provider = "Sqlite") => new(await CustodyRig.StartAsync(provider));

    public string NewPath() => _folder.File($"copy-{++_copies}.zip");

    public async Task<(int ExitCode, string Output)> RunAsync(SubjectSwitches switches)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        var exitCode = await rig.Get<SubjectAccessCommand>().RunAsync(switches, output, default);
        return (exitCode, output.ToString().Trim());
    }

    public async Task<GivenCopy> CopyAsync(NamedPerson person, Func<SubjectSwitches, SubjectSwitches>? how = null)
    {
        var path = NewPath();
        var switches = new SubjectSwitches { Person = person.Id.Value, Out = path, Practice = CaseBuilder.Practice.Value };
        var (exitCode, output) = await RunAsync(how?.Invoke(switches) ?? switches);
        Assert.True(exitCode == 0, output);
        return new GivenCopy(path);
    }

    public string Write(string name, string text)
    {
        File.WriteAllText(_folder.File(name), text);
        return _folder.File(name);
    }

    public async ValueTask DisposeAsync()
    {
        await rig.DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>A copy as it lies on the disk.</summary>
internal sealed class GivenCopy(string path)
{
    public string Path => path;

    public byte[] Bytes { get; } = File.ReadAllBytes(path);

    public IReadOnlyDictionary<string, byte[]> Entries => ZipReading.Entries(Bytes);

    public string Json => ZipReading.Text(Bytes, CopyFile.DocumentName);

    public string Page => System.Net.WebUtility.HtmlDecode(ZipReading.Text(Bytes, CopyFile.PageName));

    /// <summary>All that the person can read in it.</summary>
    public string Words => Json + Page;

    public string ForReview => System.Net.WebUtility.HtmlDecode(File.ReadAllText(CopyFile.ListOf(path)));

    public JsonArray Section(string title) =>
        JsonNode.Parse(Json)!["held"]!.AsArray().Single(section => (string?)section!["title"] == title)!["entries"]!.AsArray();
}
