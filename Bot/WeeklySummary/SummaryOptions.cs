using Cronos;
using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.WeeklySummary;

/// <summary>When the summary is posted. Section <c>WeeklySummary</c>.</summary>
internal sealed class SummaryOptions
{
    public const string Section = "WeeklySummary";

    /// <summary>Five cron fields in the practice's zone. Default: Monday 09:00.</summary>
    public string Cron { get; set; } = "0 9 * * 1";

    internal sealed class Validator : IValidateOptions<SummaryOptions>
    {
        public ValidateOptionsResult Validate(string? name, SummaryOptions options) => CronExpression.TryParse(options.Cron, out _)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("WeeklySummary:Cron must be five cron fields, for example \"0 9 * * 1\" for Mondays at 09:00.");
    }
}
