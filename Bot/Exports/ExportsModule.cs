using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.Exports;

/// <remarks>
/// Exports hands a case's evidence to the police, a solicitor, the platform or somebody inside: as a bundle that can be checked anywhere,
/// when a second person agrees, through a link that works once. Outsiders get the redacted copies unless somebody says why not.
/// </remarks>
internal static class ExportsModule
{
    public static IServiceCollection AddExports(this IServiceCollection services) => services
        .AddSingleton<ExportCard>()
        .AddSingleton<ExportLedger>()
        .AddSingleton<ExportDesk>()
        .AddSingleton<BundleSource>()
        .AddSingleton<BundleDownload.Surroundings>()
        .AddSingleton<BundleDownload>()
        .AddSingleton<AskForExport>()
        .AddSingleton<AnswerExport>()
        .AddSingleton<MakeExportLink>()
        .AddSingleton<IAnnouncer, ExportAnnouncer>();

    public static RouteHandlerBuilder MapExports(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(ExportLink.Route, (HttpContext http, string token, BundleDownload download) => download.GetAsync(http, token));
}
