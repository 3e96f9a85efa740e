using System.ComponentModel.DataAnnotations;

namespace Rowcroft.TeamsBot.People;

/// <summary>
/// The practice that the configuration speaks of, and what goes for the whole process. Section <c>Practice</c>. Whatever is left out can be
/// chosen on the set-up card in Teams; rooms ask <see cref="Practices"/>, which puts both together.
/// </summary>
internal sealed class PracticeOptions
{
    public const string Section = "Practice";

    /// <summary>Mondays at 09:00.</summary>
    public const string DefaultSummaryCron = "0 9 * * 1";

    /// <summary>Stored with every row; never change it once there are cases.</summary>
    [Required, RegularExpression("^[a-z0-9-]{1,40}$")]
    public string Id { get; set; } = "rowcroft";

    [Required]
    public string Name { get; set; } = "Rowcroft Medical Centre";

    /// <summary>What case references begin with: two to six letters.</summary>
    [Required, RegularExpression("^[A-Z]{2,6}$")]
    public string ReferencePrefix { get; set; } = "RMC";

    /// <summary>The Entra tenant whose people may talk to the bot. Empty: any tenant (development only).</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The team that is this practice. Empty: the first team to which the bot is ever added. Every other team is a practice of its own.</summary>
    public string TeamId { get; set; } = "";

    /// <summary>IANA name of the practice's time zone.</summary>
    [Required]
    public string TimeZone { get; set; } = "Europe/London";

    /// <summary>Entra object ids or user principal names of those who decide.</summary>
    public IList<string> Managers { get; } = [];

    /// <summary>Entra object ids or user principal names of those who decide when a manager is concerned, and with them otherwise.</summary>
    public IList<string> Deputies { get; } = [];

    /// <summary>Entra object ids or user principal names of those who decide when neither a manager nor a deputy may.</summary>
    public IList<string> Partners { get; } = [];

    /// <summary>
    /// Entra object ids or user principal names of those who may set up and test every practice on whose roster they are, beside whoever
    /// added the bot to its team.
    /// </summary>
    public IList<string> Administrators { get; } = [];

    /// <summary>When the practice opens and closes on working days, such as 08:00; <c>null</c> for core hours, 08:00 to 18:30.</summary>
    public TimeOnly? Opens { get; set; }

    /// <inheritdoc cref="Opens"/>
    public TimeOnly? Closes { get; set; }

    /// <summary>Days on which the practice is closed beside weekends and England's bank holidays.</summary>
    public IList<DateOnly> Closures { get; } = [];

    /// <summary>Working days within which a decision is promised.</summary>
    [Range(1, 20)]
    public int DecisionWorkingDays { get; set; } = 3;

    /// <summary>The same for a case marked urgent.</summary>
    [Range(1, 20)]
    public int UrgentDecisionWorkingDays { get; set; } = 1;
}
