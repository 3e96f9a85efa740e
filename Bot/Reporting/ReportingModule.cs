using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.Reporting;

/// <remarks>
/// The conversation in which a member of staff reports online abuse, up to the receipt, and what they can do with their own reports
/// afterwards. What is decided about a report is not its business.
/// </remarks>
internal static class ReportingModule
{
    /// <param name="configuration">Not asked so far: what this room needs to know is the practice's.</param>
    public static IServiceCollection AddReporting(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton<IAnnouncer, DangerAnnouncer>();
        services.AddSingleton<DangerAlert>();
        services.AddSingleton<SexualImageNotice>();
        services.AddSingleton<FormReader>();
        services.AddSingleton<Receipts>();
        services.AddSingleton<ReportSending>();
        services.AddSingleton<OwnReports>();
        services.AddSingleton<SentPictures>();
        services.AddSingleton<LateEvidence>();
        services.AddSingleton<Signposts>();
        services.AddSingleton<LatePictureCard>();
        services.AddTransient<WaitingPictures>();
        services.AddTransient<LateNames>();
        services.AddTransient<LatePictures>();
        services.AddTransient<ReportDrafts>();

        // Dialogs hold what belongs to one turn.
        services.AddTransient<SafetyPrompt>();
        services.AddTransient<FormPrompt>();
        services.AddTransient<ScreenshotPrompt>();
        services.AddTransient<ProvenancePrompt>();
        services.AddTransient<PatientDetailsPrompt>();
        services.AddTransient<ReviewPrompt>();
        services.AddTransient<ReportPrompts>();
        services.AddTransient<ReportDialog>();
        services.AddTransient<ReportingConversation>();
        return services;
    }
}
