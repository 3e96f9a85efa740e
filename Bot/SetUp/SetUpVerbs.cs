namespace Rowcroft.TeamsBot.SetUp;

/// <summary>What the buttons of the set-up card ask for.</summary>
internal static class SetUpVerbs
{
    /// <summary>Store what was filled in.</summary>
    public const string Save = "set-up/save";

    /// <summary>Show the form in place of what was chosen.</summary>
    public const string Change = "set-up/change";

    public static readonly IReadOnlySet<string> All = new HashSet<string> { Save, Change };
}
