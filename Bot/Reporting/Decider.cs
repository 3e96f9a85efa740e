namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Who will decide a case, as far as the reporter needs to know.</summary>
internal enum Decider
{
    /// <summary>Everybody who could is the reporter or is concerned, or nobody is set up.</summary>
    Nobody,
    Manager,

    /// <summary>Every manager who may decide it is away, and a deputy is here.</summary>
    DeputyWhileManagerIsAway,

    /// <summary>Everybody who may decide it is away, a manager among them.</summary>
    EverybodyIsAway,

    /// <summary>The case is kept from the manager.</summary>
    DeputyOnly,

    /// <summary>Neither a manager nor a deputy may decide it.</summary>
    Partner,

    /// <summary>Some who decide are configured by a name of which Graph has not said yet whose it is, and of the others nobody is here.</summary>
    NotKnownYet,

    /// <summary>The case is kept from the manager, and every deputy who may decide it is away.</summary>
    DeputyOnlyWhoIsAway,
}
