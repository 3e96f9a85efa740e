namespace Rowcroft.TeamsBot.People.Graph;

/// <summary>What Graph can be used for: one switch, and its own permission, for each.</summary>
internal enum GraphFeature
{
    /// <summary>Names and user principal names to object ids.</summary>
    Names,

    /// <summary>Automatic replies.</summary>
    Absence,

    /// <summary>The bot, for somebody who never opened it.</summary>
    Install,
}
