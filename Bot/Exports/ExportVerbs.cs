namespace Rowcroft.TeamsBot.Exports;

/// <summary>What the buttons of this room's cards ask for.</summary>
internal static class ExportVerbs
{
    /// <summary>Ask for a case's evidence.</summary>
    public const string Request = "export/request";

    /// <summary>Agree, as the second person.</summary>
    public const string Confirm = "export/confirm";

    public const string Decline = "export/decline";

    /// <summary>Make a link, or a new one.</summary>
    public const string Link = "export/link";
}
