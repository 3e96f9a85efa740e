using System.Text.Json;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>
/// <c>package --app-id … --host … [--parameters file] [--out file]</c>: writes the Teams app, ready to be uploaded. What is not on the
/// command line comes from the parameters file, and what is not there from <c>manifest/parameters.json</c> as it was built in.
/// </summary>
internal static class PackageCommand
{
    public const string DefaultFile = "rowcroft-teams-bot.zip";

    private static readonly Dictionary<string, string> Switches = new()
    {
        ["--app-id"] = "AppId",
        ["--host"] = "Host",
        ["--parameters"] = "ParametersFile",
        ["--out"] = "Out",
    };

    /// <returns>
    /// The process's exit code: 0, or 1 with a sentence for each thing that is missing or wrong. A privacy notice that is probably none is a
    /// warning alone: a practice may really have it on its home page.
    /// </returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        try
        {
            var given = new ConfigurationBuilder().AddCommandLine(args, Switches).Build();
            var parameters = TeamsPackage.DefaultParameters();
            Add(parameters, await ReadAsync(given["ParametersFile"]));
            Add(parameters, given.AsEnumerable().Select(pair => KeyValuePair.Create(pair.Key, pair.Value ?? "")));

            var problems = TeamsPackage.ProblemsWith(parameters);
            foreach (var problem in problems)
            {
                await errors.WriteLineAsync(problem);
            }

            if (problems.Count > 0)
            {
                return 1;
            }

            var path = Path.GetFullPath(given["Out"] ?? DefaultFile);
            await File.WriteAllBytesAsync(path, TeamsPackage.Build(parameters));
            if (TeamsPackage.HasNoPrivacyNotice(parameters))
            {
                await errors.WriteLineAsync(
                    $"Warning: PrivacyUrl is a home page, {parameters["PrivacyUrl"]}. Give the address of your privacy notice in the parameters file.");
            }

            await output.WriteLineAsync($"{path} is ready to be uploaded in the Teams admin centre: Teams apps, Manage apps, Upload new app.");
            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            await errors.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static async Task<IEnumerable<KeyValuePair<string, string>>> ReadAsync(string? path) => path is null
        ? []
        : JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(path)) ?? [];

    /// <summary>Only what the manifest asks for; an empty value leaves what was there.</summary>
    private static void Add(Dictionary<string, string> parameters, IEnumerable<KeyValuePair<string, string>> more)
    {
        foreach (var (name, value) in more.Where(pair => parameters.ContainsKey(pair.Key) && pair.Value.Length > 0))
        {
            parameters[name] = value.Trim();
        }
    }
}
