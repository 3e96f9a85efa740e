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
    public Task<GraphAnswer<PersonId>> FindByUpnAsync(string upn, CancellationToken cancellationToken) => AskAsync(
        GraphPermissions.Names,
        () => ThenAsync(
            _client.Users[upn].GetAsync(request => request.QueryParameters.Select = ["id"], cancellationToken),
            user => Found(user?.Id, id => new PersonId(id))),
        cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Permission: https://learn.microsoft.com/graph/api/user-list</remarks>
    public Task<GraphAnswer<IReadOnlyList<PersonId>>> FindByNameAsync(string name, CancellationToken cancellationToken) => AskAsync(
        GraphPermissions.Names,
        () => ReadPagesAsync(
            _client.Users.GetAsync(
                request => (request.QueryParameters.Filter, request.QueryParameters.Select) = ($"displayName eq {Quoted(name)}", ["id"]),
                cancellationToken),
            [],
            cancellationToken),
        cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Permission: https://learn.microsoft.com/graph/api/user-get-mailboxsettings</remarks>
    public Task<GraphAnswer<AutomaticReply>> AutomaticReplyAsync(PersonId person, CancellationToken cancellationToken) => AskAsync(
        GraphPermissions.Absence,
        () => ThenAsync(
            _client.Users[person.Value].MailboxSettings.GetAsync(
                request => request.QueryParameters.Select = ["automaticRepliesSetting"], cancellationToken),
            settings => Got(Read(settings?.AutomaticRepliesSetting))),
        cancellationToken);

    /// <inheritdoc/>
    /// <remarks>
    /// Permission: https://learn.microsoft.com/graph/api/appcatalogs-list-teamsapps, which also says that an app may be listed a day or two
    /// after it was published.
    /// </remarks>
    public Task<GraphAnswer<string>> FindAppAsync(string manifestId, CancellationToken cancellationToken) => AskAsync(
        GraphPermissions.Catalogue,
        () => ThenAsync(
            _client.AppCatalogs.TeamsApps.GetAsync(
                request => (request.QueryParameters.Filter, request.QueryParameters.Select) = ($"externalId eq {Quoted(manifestId)}", ["id"]),
                cancellationToken),
            page => Found(page?.Value?.FirstOrDefault()?.Id, id => id)),
        cancellationToken);

    /// <inheritdoc/>
    /// <remarks>
    /// Permission: https://learn.microsoft.com/graph/api/userteamwork-post-installedapps. 409 says that the app is there already. What Teams
    /// tells the bot afterwards: https://learn.microsoft.com/microsoftteams/platform/graph-api/proactive-bots-and-messages/graph-proactive-bots-and-messages
    /// </remarks>
    public Task<GraphAnswer<bool>> InstallAsync(PersonId person, string appId, CancellationToken cancellationToken) => AskAsync(
        GraphPermissions.Install,
        () => ThenAsync(
            _client.Users[person.Value].Teamwork.InstalledApps.PostAsync(
                new UserScopeTeamsAppInstallation
                {
                    AdditionalData = { ["teamsApp@odata.bind"] = $"{new Uri(Microsofts, "/v1.0/appCatalogs/teamsApps/")}{Uri.EscapeDataString(appId)}" },
                },
                cancellationToken: cancellationToken),
            _ => Got(true)),
        cancellationToken,
        ifThere: new GraphAnswer<bool>.Got(false));

    /// <summary>Awaits the client's answers in the place of the methods above.</summary>
    /// <remarks>
    /// An asynchronous method keeps what it awaits in a field of a type of its own. With the client's types there, whoever goes through the
    /// types of this assembly, as EF Core does to find the migrations, would load the client's library for nothing.
    /// </remarks>
    private static async Task<TRead> ThenAsync<TAnswer, TRead>(Task<TAnswer> answer, Func<TAnswer, Task<TRead>> read) => await read(await answer);

    private Task<GraphAnswer<IReadOnlyList<PersonId>>> ReadPagesAsync(
        Task<UserCollectionResponse?> asked, List<PersonId> people, CancellationToken cancellationToken) => ThenAsync(
        asked,
        page =>
        {
            people.AddRange((page?.Value ?? []).Select(user => user.Id).OfType<string>().Select(id => new PersonId(id)));
            return page?.OdataNextLink is { Length: > 0 } next
                ? ReadPagesAsync(_client.Users.WithUrl(Ours(next)).GetAsync(cancellationToken: cancellationToken), people, cancellationToken)
                : Got<IReadOnlyList<PersonId>>(people);
        });

    private static Task<GraphAnswer<T>> Got<T>(T value) => Task.FromResult<GraphAnswer<T>>(new GraphAnswer<T>.Got(value));

    private static Task<GraphAnswer<T>> Found<T>(string? id, Func<string, T> make) =>
        id is { Length: > 0 } ? Got(make(id)) : Task.FromResult<GraphAnswer<T>>(new GraphAnswer<T>.NotThere());

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

    /// <param name="ifThere">What 409 means; <c>null</c>: nothing in particular.</param>
    private async Task<GraphAnswer<T>> AskAsync<T>(
        string permission, Func<Task<GraphAnswer<T>>> call, CancellationToken cancellationToken, GraphAnswer<T>? ifThere = null)
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
                StatusCodes.Status409Conflict when ifThere is not null => ifThere,
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
