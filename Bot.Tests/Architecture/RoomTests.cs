namespace Rowcroft.TeamsBot.Tests.Architecture;

/// <summary>Hosting → slices → what they stand on → Cases; slices never → slices.</summary>
public sealed class RoomTests
{
    private static readonly string[] Slices = ["Reporting", "Decisions", "Viewing", "Custody", "Exports", "SubjectAccess", "SelfTest", "FollowUp", "LegalReferral", "WeeklySummary", "SetUp"];
    private static readonly string[] Ground = ["Evidence", "Delivery", "People", "Guidance", "Security", "Storage", "Cases"];

    private static readonly IReadOnlyList<(string From, string To)> Uses =
        [.. BotAssembly.Types
            .SelectMany(pair => BotAssembly.Uses(pair.Type).Select(used => (From: pair.Room, To: BotAssembly.RoomOf(used))))
            .Where(use => use.To is not null && use.From != use.To && use.To != "")
            .Select(use => (use.From, use.To!))
            .Distinct()];

    [Fact]
    public void Every_Room_Is_One_Of_The_House()
    {
        var rooms = BotAssembly.Types.Select(pair => pair.Room).Distinct();

        Assert.Empty(rooms.Except([.. Slices, .. Ground, "Hosting", ""]));
    }

    [Fact]
    public void The_Compiled_Bot_Is_Read_Right()
    {
        Assert.Contains(("Decisions", "Delivery"), Uses);
        Assert.Contains(("Hosting", "Decisions"), Uses);
    }

    [Fact]
    public void Slices_Never_Use_Each_Other() =>
        Assert.DoesNotContain(Uses, use => Slices.Contains(use.From) && Slices.Contains(use.To));

    [Fact]
    public void Only_Hosting_And_The_Process_Itself_Use_Slices() =>
        Assert.DoesNotContain(Uses, use => Slices.Contains(use.To) && use.From is not ("Hosting" or ""));

    [Fact]
    public void Nobody_Uses_Hosting_But_The_Process_Itself() =>
        Assert.DoesNotContain(Uses, use => use.To == "Hosting" && use.From != "");

    [Fact]
    public void Cases_Uses_No_Room() => Assert.DoesNotContain(Uses, use => use.From == "Cases");

    [Fact]
    public void Storage_Uses_Cases_Alone() => Assert.DoesNotContain(Uses, use => use.From == "Storage" && use.To != "Cases");

    [Fact]
    public void Cases_Uses_The_Base_Class_Library_Alone()
    {
        var strangers = BotAssembly.Types
            .Where(pair => pair.Room == "Cases")
            .SelectMany(pair => BotAssembly.Uses(pair.Type))
            .Where(type => BotAssembly.RoomOf(type) is null)
            .Select(type => type.Namespace)
            .Where(name => name.Length > 0 && name != "System" && !name.StartsWith("System.", StringComparison.Ordinal)
                && name != "Microsoft.CodeAnalysis");

        Assert.Empty(strangers.Distinct());
    }

    [Theory]
    [InlineData("Microsoft.Graph", "People")]
    [InlineData("Azure.Storage", "Evidence")]
    [InlineData("SkiaSharp", "Evidence")]
    [InlineData("MetadataExtractor", "Evidence")]
    [InlineData("PdfSharp", "Exports")]
    [InlineData("OpenTelemetry", "Hosting")]
    [InlineData("Azure.Monitor", "Hosting")]
    [InlineData("Npgsql", "Storage")]
    [InlineData("Microsoft.Data.Sqlite", "Storage")]
    public void An_Outward_Library_Is_Used_In_Its_Room_Alone(string library, string room)
    {
        var users = BotAssembly.Types
            .Where(pair => BotAssembly.Uses(pair.Type).Any(type => type.Namespace.StartsWith(library, StringComparison.Ordinal)))
            .Select(pair => pair.Room)
            .Distinct();

        Assert.Empty(users.Except([room]));
    }

    [Fact]
    public void Only_Delivery_Starts_Proactive_Conversations()
    {
        string[] starters = ["ContinueConversationAsync", "CreateConversationAsync", "SendToConversationAsync", "SendMessageToTeamsChannelAsync"];
        var rooms = BotAssembly.Types
            .Where(pair => BotAssembly.Calls(pair.Type).Any(call => starters.Contains(call.Name)))
            .Select(pair => pair.Room)
            .Distinct();

        Assert.Equal(["Delivery"], rooms);
    }
}
