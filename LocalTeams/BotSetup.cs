using Rowcroft.LocalTeams.Page;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.LocalTeams;

/// <summary>How the bot is set up on a developer's machine: no app id, the cast's approvers, everything it keeps in one folder.</summary>
internal static class BotSetup
{
    /// <summary>Where <c>dotnet run</c> keeps cases and evidence between runs.</summary>
    public static string DataFolder { get; } = Path.Combine(PageFiles.Repository, "data");

    public static IReadOnlyList<string> Args { get; } =
    [
        "--environment=Development",
        $"--contentRoot={Path.Combine(PageFiles.Repository, "Bot")}",
        "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning",
    ];

    /// <param name="isUndecided">Nobody decides yet: the manager, who adds the bot to the team, says who on the set-up card.</param>
    public static IReadOnlyDictionary<string, string?> Settings(string dataFolder, bool isUndecided = false) => new Dictionary<string, string?>
    {
        ["Practice:TenantId"] = Practice.TenantId,
        ["Practice:Managers:0"] = isUndecided ? "" : Cast.Manager.ObjectId.ToString(),
        ["Practice:Administrators:0"] = Cast.Manager.ObjectId.ToString(),
        ["Practice:Deputies:0"] = isUndecided ? "" : Cast.Deputy.ObjectId.ToString(),
        ["Storage:Path"] = Path.Combine(dataFolder, "rowcroft.db"),
        ["Evidence:Path"] = Path.Combine(dataFolder, "evidence"),
    };
}
