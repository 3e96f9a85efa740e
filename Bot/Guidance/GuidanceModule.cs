namespace Rowcroft.TeamsBot.Guidance;

/// <summary>
/// The room for what the bot knows about the trade. It holds content with a version and its sources, and decides nothing.
/// </summary>
internal static class GuidanceModule
{
    /// <summary>Reads the content now, so that a mistake in it is a failed start.</summary>
    public static IServiceCollection AddGuidance(this IServiceCollection services) =>
        services.AddSingleton(new GuidanceLibrary(GuidanceCheck.Passed(GuidanceContent.Read())));
}
