using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.Tests.Architecture;
using Rowcroft.TeamsBot.Tests.Support;
using SkiaSharp;

namespace Rowcroft.TeamsBot.Tests.Hosting;

/// <summary>What is uploaded to the Teams admin centre: valid by the official schema, and in agreement with the bot.</summary>
public sealed class TeamsPackageTests : IDisposable
{
    private const string AppId = "0f0f0f0f-1111-2222-3333-444444444444";
    private const string Host = "app-rowcroft.example.org";

    private readonly TempFolder _folder = new();

    [SkippableFact]
    public async Task The_Manifest_Is_Valid_By_The_Official_Schema()
    {
        var manifest = await MakeAsync();

        Assert.Equal("[]", await ValidateAsync(manifest));
    }

    [SkippableFact]
    public async Task The_Official_Schema_Finds_What_Is_Wrong()
    {
        var manifest = await MakeAsync();
        manifest["bots"]![0]!["scopes"] = new JsonArray("everywhere");

        Assert.Contains("/bots/0/scopes/0", await ValidateAsync(manifest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task App_Id_And_Host_Are_The_Ones_That_Were_Given()
    {
        var manifest = await MakeAsync();

        Assert.Equal(
            [AppId, AppId, AppId],
            new[] { manifest["id"], manifest["bots"]![0]!["botId"], manifest["webApplicationInfo"]!["id"] }.Select(id => (string?)id));
        Assert.Equal([Host], manifest["validDomains"]!.AsArray().Select(domain => (string?)domain));
        Assert.Equal($"api://{Host}/{AppId}", (string?)manifest["webApplicationInfo"]!["resource"]);
        Assert.DoesNotContain("{{", manifest.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Commands_Are_The_Words_That_The_Bot_Knows()
    {
        var list = Assert.Single((await MakeAsync())["bots"]![0]!["commandLists"]!.AsArray())!;

        Assert.Equal(["personal"], list["scopes"]!.AsArray().Select(scope => (string?)scope)); // in a team it only says where to write
        Assert.Equal(
            Routes.Words.Keys.Concat(Routes.Openings.Keys).Order(),
            list["commands"]!.AsArray().Select(command => (string?)command!["title"]).Order());
    }

    [Fact]
    public async Task Scopes_And_Permissions_Are_The_Ones_The_Bot_Needs()
    {
        var manifest = await MakeAsync();
        var bot = manifest["bots"]![0]!;

        Assert.Equal(["personal", "team"], bot["scopes"]!.AsArray().Select(scope => (string?)scope));
        Assert.True((bool)bot["supportsFiles"]!);
        Assert.Equal(["identity", "messageTeamMembers"], manifest["permissions"]!.AsArray().Select(permission => (string?)permission));
        Assert.Null(manifest["authorization"]);
        Assert.Null(manifest["devicePermissions"]);
    }

    [Fact]
    public async Task The_Icons_Have_The_Sizes_And_Colours_That_Teams_Asks_For()
    {
        await MakeAsync();
        using var package = await ZipFile.OpenReadAsync(_folder.File("app.zip"));
        using var colour = await DecodeAsync(package, "color.png");
        using var outline = await DecodeAsync(package, "outline.png");

        Assert.Equal((192, 192), (colour.Width, colour.Height));
        Assert.Equal((32, 32), (outline.Width, outline.Height));
        Assert.Contains(outline.Pixels, pixel => pixel.Alpha == 0);
        Assert.Contains(outline.Pixels, pixel => pixel.Alpha == 255);
        Assert.All(outline.Pixels.Where(pixel => pixel.Alpha > 0), pixel => Assert.Equal((255, 255, 255), (pixel.Red, pixel.Green, pixel.Blue)));
    }

    [Fact]
    public async Task The_Same_Parameters_Give_The_Same_Bytes()
    {
        await MakeAsync("--out", _folder.File("one.zip"));
        await MakeAsync("--out", _folder.File("two.zip"));

        Assert.Equal(await File.ReadAllBytesAsync(_folder.File("one.zip")), await File.ReadAllBytesAsync(_folder.File("two.zip")));
    }

    [Fact]
    public async Task A_Parameters_File_Fills_The_Other_Blanks_And_Cannot_Break_The_Json()
    {
        var file = _folder.File("parameters.json");
        await File.WriteAllTextAsync(file, """{ "ShortName": "Say \"no\"\nto { abuse }", "DeveloperName": "", "Unknown": "x" }""");

        var manifest = await MakeAsync("--parameters", file);

        Assert.Equal("Say \"no\"\nto { abuse }", (string?)manifest["name"]!["short"]);
        Assert.Equal("Rowcroft Medical Centre", (string?)manifest["developer"]!["name"]);
    }

    [Theory]
    [InlineData("--app-id must be", "--host", Host)]
    [InlineData("--app-id must be", "--host", Host, "--app-id", "rowcroft")]
    [InlineData("--host must be", "--app-id", AppId)]
    [InlineData("--host must be", "--app-id", AppId, "--host", "https://app-rowcroft.example.org/")]
    [InlineData("--host must be", "--app-id", AppId, "--host", "localhost")]
    [InlineData("ShortName must have", "--app-id", AppId, "--host", Host, "--ShortName", "A name that is far too long to be shown under an icon")]
    [InlineData("PrivacyUrl must be", "--app-id", AppId, "--host", Host, "--PrivacyUrl", "http://www.rowcroftmc.nhs.uk")]
    [InlineData("no-such-file.json", "--app-id", AppId, "--host", Host, "--parameters", "no-such-file.json")]
    public async Task What_Is_Missing_Or_Wrong_Is_One_Sentence_And_No_File(string sentence, params string[] args)
    {
        await using var errors = new StringWriter();
        var exitCode = await CommandLine.RunAsync(["package", "--out", _folder.File("app.zip"), .. args], TextWriter.Null, errors);

        Assert.Equal(1, exitCode);
        Assert.Contains(sentence, Assert.Single(errors.ToString().Trim().Split(Environment.NewLine)), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("app.zip")));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<JsonNode> MakeAsync(params string[] args)
    {
        await using var errors = new StringWriter();
        string[] all = ["package", "--app-id", AppId, "--host", Host, "--out", _folder.File("app.zip"), .. args];
        Assert.Equal((0, ""), (await CommandLine.RunAsync(all, TextWriter.Null, errors), errors.ToString()));

        using var package = await ZipFile.OpenReadAsync(all[^1].EndsWith(".zip", StringComparison.Ordinal) ? all[^1] : _folder.File("app.zip"));
        Assert.Equal(["manifest.json", "color.png", "outline.png"], package.Entries.Select(entry => entry.FullName));
        await using var manifest = await package.GetEntry("manifest.json")!.OpenAsync();
        return (await JsonNode.ParseAsync(manifest))!;
    }

    private static async Task<SKBitmap> DecodeAsync(ZipArchive package, string name)
    {
        await using var entry = await package.GetEntry(name)!.OpenAsync();
        using var bytes = new MemoryStream();
        await entry.CopyToAsync(bytes);
        using var codec = SKCodec.Create(new SKMemoryStream(bytes.ToArray()));
        return SKBitmap.Decode(codec, codec.Info.WithAlphaType(SKAlphaType.Unpremul));
    }

    private static async Task<string> ValidateAsync(JsonNode manifest)
    {
        var folder = Path.Combine(Repository.Root, "Bot.Tests");
        Skip.IfNot(Directory.Exists(Path.Combine(folder, "node_modules", "@microsoft", "app-manifest")), "npm ci has not run in the folder Bot.Tests.");
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(folder, "Hosting", "validate-manifest.cjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await node.StandardInput.WriteAsync(manifest.ToJsonString());
        node.StandardInput.Close();
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.Equal("", await errors);
        return (await output).Trim();
    }
}
