using Cronos;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.WeeklySummary;

/// <summary>When the configured practice's summary is posted; <see cref="Practices"/> says when each one's is. Section <c>WeeklySummary</c>.</summary>
internal sealed class SummaryOptions
{
    public const string Section = "WeeklySummary";

    /// <summary>Five cron fields in the bot's zone. Left out: as chosen on the set-up card, or Mondays at 09:00.</summary>
    public string Cron { get; set; } = PracticeOptions.DefaultSummaryCron;

    internal sealed class Validator : IValidateOptions<SummaryOptions>
    {
        public ValidateOptionsResult Validate(string? name, SummaryOptions options) => CronExpression.TryParse(options.Cron, out _)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("WeeklySummary:Cron must be five cron fields, for example \"0 9 * * 1\" for Mondays at 09:00.");
    }
}
