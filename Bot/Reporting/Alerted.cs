namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Who is alerted when someone is in danger, as far as the reporter needs to know. They themselves do not count.</summary>
internal enum Alerted
{
    ManagerAndDeputy,
    Manager,
    Deputy,

    /// <summary>Nobody else is left.</summary>
    Partner,

    /// <summary>Who decides cannot be looked up at present; they are alerted when it can.</summary>
    AsSoonAsTheyAreFound,
    Nobody,
}
