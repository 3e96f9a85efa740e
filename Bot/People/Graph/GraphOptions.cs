using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.People.Graph;

/// <summary>
/// What the bot may ask Microsoft Graph. Section <c>Graph</c>. Everything is off by default, and each switch needs a permission of its own
/// (kind: application) that an administrator grants to the bot's identity; without it the bot goes on as if the switch were off, and
/// <c>/health/ready</c> says what is missing.
/// </summary>
internal sealed class GraphOptions
{
    public const string Section = "Graph";

    /// <summary>
    /// Finds managers and deputies who are configured by a user principal name or a name that the roster does not show. Needs
    /// <c>User.Read.All</c>.
    /// </summary>
    public bool Names { get; set; }

    /// <summary>Sees who of those who decide has an automatic reply on, so that somebody who is here is expected to decide. Needs <c>MailboxSettings.Read</c>.</summary>
    public bool Absence { get; set; }

    /// <summary>
    /// Installs the bot for a manager or deputy who never opened it, so that a message reaches them. Needs
    /// <c>TeamsAppInstallation.ReadWriteSelfForUser.All</c>.
    /// </summary>
    public bool Install { get; set; }

    /// <summary>
    /// The app's id in the organisation's catalogue, which is not the one in its manifest. Empty: looked up once, which needs
    /// <c>AppCatalog.Read.All</c> as well.
    /// </summary>
    public string TeamsAppId { get; set; } = "";

    /// <summary>Instead of <c>https://graph.microsoft.com</c>: a stand-in on this machine, in Development only. It is given no real token.</summary>
    public Uri? BaseUrl { get; set; }

    public bool IsOn(GraphFeature feature) => feature switch
    {
        GraphFeature.Names => Names,
        GraphFeature.Absence => Absence,
        GraphFeature.Install => Install,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    internal sealed class Validator(IConfiguration configuration, IHostEnvironment environment) : IValidateOptions<GraphOptions>
    {
        public ValidateOptionsResult Validate(string? name, GraphOptions options)
        {
            var problems = new List<string>();
            if (options.TeamsAppId.Length > 0 && !Guid.TryParseExact(options.TeamsAppId, "D", out _))
            {
                problems.Add("Graph:TeamsAppId must be the app's id in the Teams admin centre, such as 00000000-0000-0000-0000-000000000000.");
            }

            if (options.BaseUrl is { } other && !(environment.IsDevelopment() && other is { IsAbsoluteUri: true, IsLoopback: true }))
            {
                problems.Add("Graph:BaseUrl is for the Development environment and this machine only. Leave it out.");
            }

            if (Enum.GetValues<GraphFeature>().Any(options.IsOn) && options.BaseUrl is null && GraphIdentity.LacksTenant(configuration))
            {
                problems.Add("Graph with MicrosoftAppPassword needs MicrosoftAppTenantId, the tenant in which the app is registered.");
            }

            return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
        }
    }
}
