namespace Rowcroft.TeamsBot.People;

/// <summary>What a practice decides for itself, on the set-up card or, for the configured practice, in configuration.</summary>
internal enum PracticeSetting
{
    Name,
    ReferencePrefix,
    Managers,
    Deputies,
    Partners,
    Channel,
    SummaryTime,
    OpeningHours,
    Closures,
}
