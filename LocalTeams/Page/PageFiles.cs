using System.Reflection;
using Microsoft.Extensions.FileProviders;

namespace Rowcroft.LocalTeams.Page;

/// <summary>Where the page's own files and the packages it uses are: in the project's folder, as npm left them.</summary>
internal static class PageFiles
{
    private static readonly string Project = typeof(PageFiles).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "ProjectDirectory").Value!;

    /// <summary>The folder that holds the solution.</summary>
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Project, ".."));

    public static void Use(WebApplication app)
    {
        var files = new PhysicalFileProvider(Path.Combine(Project, "wwwroot"));
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files });
        UsePackage(app, "adaptivecards", "dist");
        UsePackage(app, "markdown-it", Path.Combine("dist", "browser"));
    }

    /// <summary>Where npm has not run the package is missing; the page then says so.</summary>
    private static void UsePackage(WebApplication app, string package, string folder)
    {
        var path = Path.Combine(Project, "node_modules", package, folder);
        if (Directory.Exists(path))
        {
            app.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(path),
                RequestPath = $"/lib/{package}",
                ServeUnknownFileTypes = true,
                DefaultContentType = "text/javascript",
            });
        }
    }
}
