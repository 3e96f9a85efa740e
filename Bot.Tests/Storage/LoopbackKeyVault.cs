using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Rowcroft.TeamsBot.Tests.Storage;

/// <summary>A real web server with real RSA keys that wraps and opens as Key Vault does, or misbehaves. It has one key, <c>ring</c>.</summary>
internal sealed class LoopbackKeyVault : IAsyncDisposable
{
    public const string Host = "practice.vault.azure.net";
    public static readonly Uri Key = new($"https://{Host}/keys/ring");

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RSA> _versions = new();

    private LoopbackKeyVault(WebApplication app) => _app = app;

    public ConcurrentQueue<string> Operations { get; } = new();

    /// <summary>Whatever came, wherever it was meant to go, with the token it brought.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Instead of doing what is asked.</summary>
    public RequestDelegate? Misbehave { get; set; }

    public string Newest => "v" + _versions.Count.ToString(CultureInfo.InvariantCulture);

    public static async Task<LoopbackKeyVault> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var vault = new LoopbackKeyVault(builder.Build());
        vault.Rotate();
        vault._app.Use((context, next) =>
        {
            vault.Requests.Enqueue($"{context.Request.Path} {context.Request.Headers.Authorization}");
            return next(context);
        });
        vault._app.MapPost("/keys/ring/{operation}", vault.AnswerAsync);
        vault._app.MapPost("/keys/ring/{version}/{operation}", vault.AnswerAsync);
        await vault._app.StartAsync();
        return vault;
    }

    public void Rotate() => _versions["v" + (_versions.Count + 1).ToString(CultureInfo.InvariantCulture)] = RSA.Create(2048);

    /// <summary>Leads every address here, after the token was added: the bot itself speaks https alone.</summary>
    public HttpPipelineTransport Transport() => new HttpClientTransport(new Detour(new Uri(_app.Urls.Single())));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public static RequestDelegate Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    public static RequestDelegate Text(string text) => context => context.Response.WriteAsync(text);

    private async Task AnswerAsync(HttpContext context)
    {
        var operation = (string)context.GetRouteValue("operation")!;
        var version = (string?)context.GetRouteValue("version") ?? Newest;
        Operations.Enqueue($"{operation} {version}");
        if (Misbehave is { } misbehave)
        {
            await misbehave(context);
            return;
        }

        var asked = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body);
        if (context.Request.Headers.Authorization != "Bearer of-the-bot" || context.Request.Query["api-version"] != "7.4"
            || asked.GetProperty("alg").GetString() != "RSA-OAEP-256" || !_versions.TryGetValue(version, out var rsa))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var value = Base64Url.DecodeFromChars(asked.GetProperty("value").GetString());
        var done = operation == "wrapkey" ? rsa.Encrypt(value, RSAEncryptionPadding.OaepSHA256) : rsa.Decrypt(value, RSAEncryptionPadding.OaepSHA256);
        await context.Response.WriteAsJsonAsync(new { kid = $"{Key}/{version}", value = Base64Url.EncodeToString(done) });
    }

    internal sealed class Bot : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Assert.Equal(["https://vault.azure.net/.default"], requestContext.Scopes);
            return new AccessToken("of-the-bot", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }

    private sealed class Detour(Uri origin) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Lead(request);
            return base.Send(request, cancellationToken);
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Lead(request);
            return base.SendAsync(request, cancellationToken);
        }

        private void Lead(HttpRequestMessage request) => request.RequestUri = new Uri(origin, request.RequestUri!.PathAndQuery);
    }
}
