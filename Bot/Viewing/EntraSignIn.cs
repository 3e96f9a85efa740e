using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>
/// Sign-in with Entra ID. Only an id token is asked for, posted back by the browser and checked with the issuer's published keys: so the
/// bot needs no client secret, and gets no right to anything in the tenant.
/// </summary>
internal sealed partial class EntraSignIn(
    IConfiguration configuration,
    IOptions<SignInOptions> signIn,
    IOptions<PracticeOptions> practice,
    IOptions<PublicUrlOptions> address,
    ILogger<EntraSignIn> logger) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public const string Scheme = OpenIdConnectDefaults.AuthenticationScheme;
    public const string CallbackPath = "/signin-oidc";

    public void Configure(OpenIdConnectOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        var tenant = practice.Value.TenantId;
        options.Authority = signIn.Value.Authority is { Length: > 0 } other ? other : $"https://login.microsoftonline.com/{tenant}/v2.0";
        options.RequireHttpsMetadata = !new Uri(options.Authority).IsLoopback;
        options.ClientId = signIn.Value.ClientId is { Length: > 0 } own ? own : configuration["MicrosoftAppId"];
        options.SignInScheme = SignIn.Scheme;
        options.CallbackPath = CallbackPath;
        options.ResponseType = OpenIdConnectResponseType.IdToken;
        options.ResponseMode = OpenIdConnectResponseMode.FormPost;
        options.UsePkce = false; // it protects a code, and none is asked for
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("profile"); // without it the token names neither account nor tenant
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        options.UseTokenLifetime = false;
        options.DisableTelemetry = true;
        options.NonceCookie.SecurePolicy = CookieSecurePolicy.Always;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Events = new OpenIdConnectEvents
        {
            OnRedirectToIdentityProvider = SendAsync,
            OnTokenValidated = AdmitAsync,
            OnRemoteFailure = RefuseAsync,
        };
    }

    /// <summary>The bot stands behind something that ends TLS: how it was called there it does not see, but it was told.</summary>
    private Task SendAsync(RedirectContext context)
    {
        context.ProtocolMessage.RedirectUri = new Uri(address.Value.Parsed!, CallbackPath).AbsoluteUri;
        return Task.CompletedTask;
    }

    /// <summary>The token is genuine; is it for somebody of ours? Only who it is goes into the cookie.</summary>
    private Task AdmitAsync(TokenValidatedContext context)
    {
        var (id, tenant) = (context.Principal?.FindFirstValue(Visitors.ObjectId), context.Principal?.FindFirstValue(Visitors.Tenant));
        if (!Guid.TryParse(id, out _) || !string.Equals(practice.Value.TenantId, tenant, StringComparison.OrdinalIgnoreCase))
        {
            context.Fail("The token names no account of the practice's tenant.");
            return Task.CompletedTask;
        }

        context.Principal = new ClaimsPrincipal(Visitors.Identity(id, tenant, context.Principal?.FindFirstValue(Visitors.FullName)));
        return Task.CompletedTask;
    }

    private Task RefuseAsync(Microsoft.AspNetCore.Authentication.RemoteFailureContext context)
    {
        // The kind only: the message can quote the token.
        Log.Refused(logger, context.Failure?.GetBaseException().GetType().Name);
        context.HandleResponse();
        return SignInFailedPage.Answer.ExecuteAsync(context.HttpContext);
    }

    private static partial class Log
    {
        [LoggerMessage(3401, LogLevel.Warning, "Somebody could not sign in to the evidence page ({Reason})")]
        public static partial void Refused(ILogger logger, string? reason);
    }
}
