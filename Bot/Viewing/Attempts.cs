namespace Rowcroft.TeamsBot.Viewing;

/// <summary>What can be asked for on the evidence page, as it stands in a case's record when it is refused.</summary>
internal static class Attempts
{
    public const string Open = "evidence/open";
    public const string Preview = "evidence/preview";
    public const string View = "evidence/view";
    public const string Download = "evidence/download";
    public const string Redact = "evidence/redact";
}
