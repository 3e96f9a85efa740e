namespace Rowcroft.TeamsBot.Custody;

/// <summary>
/// Custody keeps what was sealed: every night it is read again, what is not as it was is told to those who decide, and what has been kept
/// long enough is destroyed, unless somebody has put a hold on it.
/// </summary>
internal static class CustodyModule
{
    public static IServiceCollection AddCustody(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<HoldCard>()
        .AddSingleton<HoldCommand>();
}
