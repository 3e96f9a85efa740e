using Cronos;
using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>When and how fast everything that is kept is read again. Section <c>Custody</c>.</summary>
internal sealed class CustodyOptions
{
    public const string Section = "Custody";
    public const int LeastMegabytesPerSecond = 1;
    public const int MostMegabytesPerSecond = 1_000;

    /// <summary>Five cron fields in the practice's zone. Default: every night at 03:00.</summary>
    public string Cron { get; set; } = "0 3 * * *";

    /// <summary>How fast files are read, so that nobody who uses the bot meanwhile notices. From 1 to 1,000.</summary>
    public int MegabytesPerSecond { get; set; } = 20;

    internal sealed class Validator : IValidateOptions<CustodyOptions>
    {
        public ValidateOptionsResult Validate(string? name, CustodyOptions options) =>
            !CronExpression.TryParse(options.Cron, out _)
                ? ValidateOptionsResult.Fail("Custody:Cron must be five cron fields, for example \"0 3 * * *\" for every night at 03:00.")
            : options.MegabytesPerSecond is < LeastMegabytesPerSecond or > MostMegabytesPerSecond
                ? ValidateOptionsResult.Fail("Custody:MegabytesPerSecond must be from 1 to 1000.")
            : ValidateOptionsResult.Success;
    }
}
