using System.Reflection;

namespace Rowcroft.TeamsBot.Tests.Architecture;

/// <summary>Sizes of the code bases this one imitates: files around 50 lines, hardly ever over 300; few constructor arguments.</summary>
public sealed class SizeTests
{
    private static readonly string[] ForbiddenFolders = ["Helpers", "Utils", "Common", "Managers", "Services", "Models", "Shared"];

    [Fact]
    public void No_File_Is_Longer_Than_300_Lines() =>
        Assert.Empty(Repository.SourceFiles().Where(file => File.ReadLines(file).Count() > 300).Select(Repository.Relative));

    [Fact]
    public void The_Median_File_Of_The_Bot_Is_Short()
    {
        var lengths = Repository.SourceFiles("Bot").Select(file => File.ReadLines(file).Count()).Order().ToList();

        Assert.InRange(lengths[lengths.Count / 2], 1, 80);
    }

    [Fact]
    public void No_Folder_Has_A_Name_That_Says_Nothing()
    {
        var folders = Repository.SourceFiles().Select(file => Path.GetDirectoryName(Repository.Relative(file))!).Distinct();

        Assert.DoesNotContain(folders, folder => folder.Split(Path.DirectorySeparatorChar).Intersect(ForbiddenFolders).Any());
    }

    [Fact]
    public void No_Type_Has_Its_Folders_Name() =>
        Assert.Empty(typeof(BotApplication).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith(BotAssembly.Root + ".", StringComparison.Ordinal) == true)
            .Where(type => type.Name == type.Namespace!.Split('.')[^1])
            .Select(type => type.FullName));

    [Fact]
    public void No_Constructor_Takes_More_Than_Six_Arguments() =>
        Assert.Empty(typeof(BotApplication).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith(BotAssembly.Root, StringComparison.Ordinal) == true && !IsData(type))
            .Where(type => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Any(constructor => constructor.GetParameters().Length > 6))
            .Select(type => type.FullName));

    [Fact]
    public void The_Activity_Handler_Only_Routes() =>
        Assert.InRange(File.ReadLines(Path.Combine(Repository.Root, "Bot", "Hosting", "TeamsBot.cs")).Count(), 1, 60);

    [Fact]
    public void No_File_Hides_Code_In_Regions() =>
        Assert.Empty(Repository.SourceFiles().Where(file => File.ReadLines(file).Any(line => line.TrimStart().StartsWith("#region", StringComparison.Ordinal)))
            .Select(Repository.Relative));

    /// <summary>Records hold facts, not collaborators; compiler-made types are nobody's design.</summary>
    private static bool IsData(Type type) => type.GetMethod("<Clone>$") is not null || type.Name.Contains('<') || type.IsValueType;
}
