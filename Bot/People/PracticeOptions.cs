using System.ComponentModel.DataAnnotations;

namespace Rowcroft.TeamsBot.People;

/// <summary>The practice this bot serves. Section <c>Practice</c>.</summary>
internal sealed class PracticeOptions
{
    public const string Section = "Practice";

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

    /// <summary>The team that is the practice. Empty: the first team in which the bot is installed.</summary>
    public string TeamId { get; set; } = "";

    /// <summary>IANA name of the practice's time zone.</summary>
    [Required]
    public string TimeZone { get; set; } = "Europe/London";

    /// <summary>Entra object ids or user principal names of those who decide.</summary>
    public IList<string> Managers { get; } = [];

    /// <summary>Entra object ids or user principal names of those who decide when a manager is concerned, and with them otherwise.</summary>
    public IList<string> Deputies { get; } = [];

    /// <summary>Entra object ids or user principal names of those who look after the bot. It lets them see no case.</summary>
    public IList<string> Administrators { get; } = [];

    /// <summary>Days on which the practice is closed beside weekends and England's bank holidays.</summary>
    public IList<DateOnly> Closures { get; } = [];

    /// <summary>Working days within which a decision is promised.</summary>
    [Range(1, 20)]
    public int DecisionWorkingDays { get; set; } = 3;

    /// <summary>The same for a case marked urgent.</summary>
    [Range(1, 20)]
    public int UrgentDecisionWorkingDays { get; set; } = 1;
}
