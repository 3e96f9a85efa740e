using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.SelfTest;

/// <remarks>
/// Tells whoever looks after the bot what is fine, what to look at and what is broken, with the one thing to do. One set of checks, the
/// process's health checks, is behind the card, <c>/health/ready</c> and the command line. And it warns before a credential runs out.
/// </remarks>
internal static class SelfTestModule
{
    /// <summary>A check that hangs must not keep a person waiting: Teams hangs up after fifteen seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(9);

    public static IServiceCollection AddSelfTest(this IServiceCollection services)
    {
        services.AddOptions<CredentialOptions>()
            .Configure<IConfiguration>((options, configuration) => options.Read(configuration))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<CredentialOptions>, CredentialOptions.Validator>();
        services.AddHealthChecks()
            .AddCheck<RegistrationCheck>("registration", tags: [CheckTags.Costly])
            .AddCheck<ClockCheck>("clock", tags: [CheckTags.Costly])
            .AddCheck<RosterCheck>("roster", tags: [PracticeCheck.Tag])
            .AddCheck<ApproversCheck>("approvers", tags: [PracticeCheck.Tag])
            .AddCheck<AdministratorsCheck>("administrators", tags: [PracticeCheck.Tag])
            .AddCheck<GuidanceReview>("guidance", tags: [PracticeCheck.Tag]);
        services.PostConfigure<HealthCheckServiceOptions>(options =>
        {
            foreach (var check in options.Registrations.Where(check => check.Timeout == Timeout.InfiniteTimeSpan))
            {
                check.Timeout = Patience;
            }
        });
        return services
            .AddSingleton<SelfTests>()
            .AddSingleton<SelfTestCommand>()
            .AddSingleton<SelfTestPrint>()
            .AddSingleton<CredentialExpiry>()
            .AddSingleton<CredentialWarnings>()
            .AddSingleton<IAnnouncer, CredentialAnnouncer>()
            .AddWorker<CredentialWorker>();
    }
}
