using System.Net.Http.Headers;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector;

/// <summary>
/// Speaks to the connector of one channel. Making one is cheap; the HTTP client that it is given is the one to share.
/// </summary>
public class ConnectorClient : ServiceClient<ConnectorClient>, IConnectorClient
{
    private static readonly Uri BotFramework = new("https://api.botframework.com");
    private static readonly ProductInfoHeaderValue[] UserAgent = [.. UserAgentOfThisProcess()];

    public ConnectorClient(Uri baseUri, ServiceClientCredentials credentials, params DelegatingHandler[] handlers)
        : base(handlers)
    {
        ArgumentNullException.ThrowIfNull(baseUri);
        ArgumentNullException.ThrowIfNull(credentials);
        BaseUri = baseUri;
        Credentials = credentials;
        Conversations = new Conversations(this);
        AddDefaultRequestHeaders(HttpClient);
    }

    public ConnectorClient(ServiceClientCredentials credentials, HttpClient httpClient, bool disposeHttpClient)
        : this(BotFramework, credentials, httpClient, disposeHttpClient)
    {
        ArgumentNullException.ThrowIfNull(credentials);
    }

    /// <summary>Takes the HTTP client over: it is disposed together with this one.</summary>
    public ConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient customHttpClient)
        : this(baseUri, credentials, customHttpClient, disposeHttpClient: true)
    {
    }

    /// <param name="baseUri">The service URL that the channel put into its activities.</param>
    /// <param name="credentials">Null sends requests without a token.</param>
    /// <param name="customHttpClient">Sends the requests.</param>
    /// <param name="disposeHttpClient">False if the HTTP client outlives this one.</param>
    public ConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient customHttpClient, bool disposeHttpClient)
        : base(customHttpClient, disposeHttpClient)
    {
        ArgumentNullException.ThrowIfNull(baseUri);
        BaseUri = baseUri;
        Credentials = credentials;
        Conversations = new Conversations(this);
    }

    public Uri BaseUri { get; set; }

    public JsonSerializerSettings SerializationSettings => BotJson.Settings;

    public JsonSerializerSettings DeserializationSettings => BotJson.Settings;

    public ServiceClientCredentials Credentials { get; }

    public virtual IConversations Conversations { get; }

    public static string GetOsVersion() => RuntimeInformation.OSDescription;

    public static string GetArchitecture() => RuntimeInformation.OSArchitecture.ToString();

    public static string GetASPNetVersion() =>
        Assembly.GetEntryAssembly()?.GetCustomAttribute<TargetFrameworkAttribute>()?.FrameworkName
        ?? RuntimeInformation.FrameworkDescription;

    /// <summary>Tells the channel which software is calling. Does nothing to a client that has the headers already.</summary>
    public static void AddDefaultRequestHeaders(HttpClient httpClient)
    {
        lock (httpClient)
        {
            var headers = httpClient.DefaultRequestHeaders;
            foreach (var product in UserAgent.Where(product => !headers.UserAgent.Contains(product)))
            {
                headers.UserAgent.Add(product);
            }

            var anything = new MediaTypeWithQualityHeaderValue("*/*");
            if (!headers.Accept.Contains(anything))
            {
                headers.Accept.Add(anything);
            }

            if (headers.ExpectContinue != false)
            {
                headers.ExpectContinue = false;
            }
        }
    }

    private static IEnumerable<ProductInfoHeaderValue> UserAgentOfThisProcess()
    {
        // The version of the protocol's schema, then of this library, then where it runs.
        yield return new ProductInfoHeaderValue("Microsoft-BotFramework", "3.1");
        yield return new ProductInfoHeaderValue("BotBuilder", typeof(ConnectorClient).Assembly.GetName().Version?.ToString() ?? "4.0");

        // ".NETCoreApp,Version=v10.0" is not a product token; ".NETCoreApp/Versionv10.0" is.
        var framework = GetASPNetVersion().Replace(" ", string.Empty).Replace("=", string.Empty).Replace(',', '/');
        foreach (var more in new[] { framework, $"({GetOsVersion()}; {GetArchitecture()})" })
        {
            if (ProductInfoHeaderValue.TryParse(more, out var product))
            {
                yield return product;
            }
        }
    }
}
