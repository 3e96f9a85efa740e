namespace Rowcroft.TeamsBot;

/// <summary>Tags of health checks that more than one room gives.</summary>
internal static class CheckTags
{
    /// <summary>It writes, or calls somebody else's server: whoever asks from outside gets what was found up to two minutes ago.</summary>
    public const string Costly = "costly";
}
