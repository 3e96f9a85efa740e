namespace Rowcroft.TeamsBot.Custody;

/// <summary>What the buttons of this room's cards ask for.</summary>
internal static class CustodyVerbs
{
    public const string Hold = "custody/hold";
    public const string Release = "custody/release";

    /// <summary>Another page of what happened to a case.</summary>
    public const string History = "custody/history";
}
