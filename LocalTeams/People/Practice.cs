namespace Rowcroft.LocalTeams.People;

/// <summary>The tenant, the team and its channels, and the bot's name in Teams.</summary>
internal static class Practice
{
    public const string TenantId = "7e4a0000-0000-4000-8000-000000000001";

    public const string TeamName = "Rowcroft Medical Centre";

    public const string TeamGroupId = "9a0c0000-0000-4000-8000-000000000001";

    /// <summary>Teams gives a team the id of its General channel.</summary>
    public const string TeamId = "19:rowcroftGeneral0000000000000000000000000001@thread.tacv2";

    public const string BotId = "28:b0700000-0000-4000-8000-000000000001";

    public const string BotName = "Rowcroft online safety";

    public static TeamChannel General { get; } = new(TeamId, "General");

    public static TeamChannel OnlineSafety { get; } = new("19:rowcroftOnlineSafety00000000000000000000002@thread.tacv2", "Online safety");

    public static IReadOnlyList<TeamChannel> Channels { get; } = [General, OnlineSafety];
}
