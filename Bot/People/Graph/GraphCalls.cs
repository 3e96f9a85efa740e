using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Authentication.Azure;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.People.Graph;

/// <summary>Microsoft Graph, version 1.0, through Microsoft's client. The only place that knows its types.</summary>
/// <remarks>
/// The client's own retries and redirects are left out: they would sleep inside a call, and follow an answer to another host. What Graph asks
/// for with <c>Retry-After</c> comes out as an answer, and is kept by <see cref="GraphState"/>.
/// </remarks>
internal sealed class GraphCalls(
    IOptions<GraphOptions> options, IConfiguration configuration, IHostEnvironment environment, TimeProvider time) : IGraph
{
    private static readonly Uri Microsofts = new("https://graph.microsoft.com");

    private readonly Uri _origin = options.Value.BaseUrl ?? Microsofts;
    private readonly GraphServiceClient _client = NewClient(options.Value, configuration, environment);

    /// <inheritdoc/>
    /// <remarks>
    /// Permission: https://learn.microsoft.com/graph/api/user-get names User.Read.All as the least of kind application. User.ReadBasic.All
    /// can be granted, but is reported not to be honoured here: https://learn.microsoft.com/answers/questions/6019739
    /// </remarks>
    public Task<GraphAnswer<PersonId>> FindByUpnAsync(string upn, CancellationToken cancellationToken) => AskAsync<PersonId>(
        GraphPermissions.Names,
        async () => await _client.Users[upn].GetAsync(request => request.QueryParameters.Select = ["id"], cancellationToken) is { Id: { Length: > 0 } id }
            ? new GraphAnswer<PersonId>.Got(new PersonId(id))
            : new GraphAnswer<PersonId>.NotThere(),
        cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Permission: https://learn.microsoft.com/graph/api/user-list</remarks>
    public Task<GraphAnswer<IReadOnlyList<PersonId>>> FindByNameAsync(string name, CancellationToken cancellationToken) =>
        AskAsync<IReadOnlyList<PersonId>>(
            GraphPermissions.Names,
            async () =>
            {
                var people = new List<PersonId>();
                var page = await _client.Users.GetAsync(
                    request => (request.QueryParameters.Filter, request.QueryParameters.Select) = ($"displayName eq {Quoted(name)}", ["id"]),
                    cancellationToken);
                while (true)
                {
                    people.AddRange((page?.Value ?? []).Select(user => user.Id).OfType<string>().Select(id => new PersonId(id)));
                    if (page?.OdataNextLink is not { Length: > 0 } next)
                    {
                        return new GraphAnswer<IReadOnlyList<PersonId>>.Got(people);
                    }

                    page = await _client.Users.WithUrl(Ours(next)).GetAsync(cancellationToken: cancellationToken);
                }
            },
            cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Permission: https://learn.microsoft.com/graph/api/user-get-mailboxsettings</remarks>
    public Task<GraphAnswer<AutomaticReply>> AutomaticReplyAsync(PersonId person, CancellationToken cancellationToken) => AskAsync<AutomaticReply>(
        GraphPermissions.Absence,
        async () =>
        {
            var settings = await _client.Users[person.Value].MailboxSettings.GetAsync(
                request => request.QueryParameters.Select = ["automaticRepliesSetting"], cancellationToken);
            return new GraphAnswer<AutomaticReply>.Got(Read(settings?.AutomaticRepliesSetting));
        },
        cancellationToken);

    /// <inheritdoc/>
    /// <remarks>
    /// Permission: https://learn.microsoft.com/graph/api/appcatalogs-list-teamsapps, which also says that an app may be listed a day or two
    /// after it was published.
    /// </remarks>
    public Task<GraphAnswer<string>> FindAppAsync(string manifestId, CancellationToken cancellationToken) => AskAsync<string>(
        GraphPermissions.Catalogue,
        async () =>
        {
            var page = await _client.AppCatalogs.TeamsApps.GetAsync(
                request => (request.QueryParameters.Filter, request.QueryParameters.Select) = ($"externalId eq {Quoted(manifestId)}", ["id"]),
                cancellationToken);
            return page?.Value?.FirstOrDefault()?.Id is { Length: > 0 } id
                ? new GraphAnswer<string>.Got(id)
                : new GraphAnswer<string>.NotThere();
        },
        cancellationToken);

    /// <inheritdoc/>
    /// <remarks>
    /// Permission: https://learn.microsoft.com/graph/api/userteamwork-post-installedapps. 409 says that the app is there already. What Teams
    /// tells the bot afterwards: https://learn.microsoft.com/microsoftteams/platform/graph-api/proactive-bots-and-messages/graph-proactive-bots-and-messages
    /// </remarks>
    public Task<GraphAnswer<bool>> InstallAsync(PersonId person, string appId, CancellationToken cancellationToken) => AskAsync<bool>(
        GraphPermissions.Install,
        async () =>
        {
            var app = new UserScopeTeamsAppInstallation
            {
                AdditionalData = { ["teamsApp@odata.bind"] = $"{new Uri(Microsofts, "/v1.0/appCatalogs/teamsApps/")}{Uri.EscapeDataString(appId)}" },
            };
            try
            {
                await _client.Users[person.Value].Teamwork.InstalledApps.PostAsync(app, cancellationToken: cancellationToken);
                return new GraphAnswer<bool>.Got(true);
            }
            catch (ApiException exception) when (exception.ResponseStatusCode == StatusCodes.Status409Conflict)
            {
                return new GraphAnswer<bool>.Got(false);
            }
        },
        cancellationToken);

    private static GraphServiceClient NewClient(GraphOptions options, IConfiguration configuration, IHostEnvironment environment)
    {
        var handlers = GraphClientFactory.CreateDefaultHandlers().Where(handler => handler is not (RetryHandler or RedirectHandler));
        var http = GraphClientFactory.Create(
            handlers,
            finalHandler: new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        var origin = options.BaseUrl ?? Microsofts;
        var identity = new AzureIdentityAuthenticationProvider(
            GraphIdentity.For(configuration, environment, options), [origin.Host], null, false, $"{Microsofts}.default");
        return new GraphServiceClient(http, identity, new Uri(origin, "/v1.0").AbsoluteUri);
    }

    private async Task<GraphAnswer<T>> AskAsync<T>(string permission, Func<Task<GraphAnswer<T>>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (ApiException exception)
        {
            return exception.ResponseStatusCode switch
            {
                StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => new GraphAnswer<T>.NotPermitted(permission),
                StatusCodes.Status404NotFound => new GraphAnswer<T>.NotThere(),
                var code => new GraphAnswer<T>.NotNow(code.ToString(CultureInfo.InvariantCulture), RetryAfter(exception)),
            };
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // No line, no token, an answer that is none: whoever asked goes on without it, and readiness says so.
            return new GraphAnswer<T>.NotNow(exception.GetType().Name);
        }
    }

    /// <summary>Seconds or a date, as in RFC 9110 §10.2.3; <c>null</c> when absent or not understood.</summary>
    private TimeSpan? RetryAfter(ApiException exception)
    {
        var header = exception.ResponseHeaders?.FirstOrDefault(each => each.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
        return !RetryConditionHeaderValue.TryParse(header, out var value) ? null
            : value.Delta is { } wait ? wait
            : value.Date - time.GetUtcNow() is { } left && left > TimeSpan.Zero ? left : null;
    }

    /// <summary>The next page comes out of an answer, and the bot's token goes with the question for it.</summary>
    private string Ours(string nextLink) =>
        Uri.TryCreate(nextLink, UriKind.Absolute, out var link) && link.GetLeftPart(UriPartial.Authority) == _origin.GetLeftPart(UriPartial.Authority)
            ? nextLink
            : throw new InvalidOperationException("The next page is said to be somewhere else.");

    /// <summary>Text in an OData filter: an apostrophe is written twice.</summary>
    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static AutomaticReply Read(AutomaticRepliesSetting? setting) => setting?.Status switch
    {
        AutomaticRepliesStatus.AlwaysEnabled => new AutomaticReply(true),
        AutomaticRepliesStatus.Scheduled => new AutomaticReply(true, Read(setting.ScheduledStartDateTime), Read(setting.ScheduledEndDateTime)),
        _ => AutomaticReply.Off,
    };

    private static DateTimeOffset? Read(DateTimeTimeZone? moment)
    {
        if (!DateTime.TryParse(moment?.DateTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return null;
        }

        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(moment.TimeZone ?? "UTC", out var known) ? known : TimeZoneInfo.Utc;
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
