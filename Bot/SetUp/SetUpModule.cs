using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.SetUp;

/// <summary>
/// Set-up lets whoever added the bot to a team say how that practice works: who decides, when it is open, where the summary goes. Every
/// change is kept, and told to those who decide before and after it.
/// </summary>
internal static class SetUpModule
{
    public static IServiceCollection AddSetUp(this IServiceCollection services) => services
        .AddSingleton<SetUpDesk>()
        .AddSingleton<SetUpLedger>()
        .AddSingleton<SetUpCommand>()
        .AddSingleton<IAnnouncer, SetUpAnnouncer>();
}
