using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.People;

/// <summary>How a practice works: what its configuration says and, where that is silent, what was chosen on its set-up card.</summary>
internal sealed record PracticeSettings
{
    public required PracticeId Id { get; init; }

    /// <summary>What people call it; empty before it is set up.</summary>
    public required string Name { get; init; }

    /// <summary>What case references begin with; no two practices have the same. Empty before it is set up.</summary>
    public required string ReferencePrefix { get; init; }

    /// <summary>Entra object ids or user principal names of those who decide.</summary>
    public IReadOnlyList<string> Managers { get; init; } = [];

    /// <summary>The same of those who decide when a manager is concerned, and with them otherwise.</summary>
    public IReadOnlyList<string> Deputies { get; init; } = [];

    /// <summary>The same of those who decide when neither a manager nor a deputy may.</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>Where the summary goes; <c>null</c> for the channel in which the bot was added.</summary>
    public string? ChannelId { get; init; }

    /// <summary>When the summary is due: five cron fields in the bot's zone.</summary>
    public required string SummaryCron { get; init; }

    /// <summary>Working hours and days.</summary>
    public required WorkingCalendar Calendar { get; init; }

    /// <summary>Working days within which a decision is promised; for an urgent case the other.</summary>
    public int DecisionWorkingDays { get; init; }

    public int UrgentDecisionWorkingDays { get; init; }

    /// <summary>The team that it is; <c>null</c> before the bot was added to one.</summary>
    public string? TeamId { get; init; }

    /// <summary>Who added the bot to the team first; <c>null</c> when that is not known.</summary>
    public PersonId? InstalledBy { get; init; }

    /// <summary>Of the choices; 0 before anything was chosen.</summary>
    public int Version { get; init; }

    /// <summary>What was chosen on the card, whether or not the configuration says otherwise.</summary>
    public PracticeChoices Choices { get; init; } = new();

    /// <summary>What the configuration decides, and the name under which it does.</summary>
    public IReadOnlyDictionary<PracticeSetting, string> Fixed { get; init; } = new Dictionary<PracticeSetting, string>();

    /// <summary>Reports can be taken: cases get references. The configured practice has a name and letters by itself.</summary>
    public bool HasReferences => Name.Length > 0 && ReferencePrefix.Length > 0;

    /// <summary>Reports can be decided: it has a name, references and somebody who decides.</summary>
    public bool IsSetUp => HasReferences && Managers.Count + Deputies.Count > 0;
}
