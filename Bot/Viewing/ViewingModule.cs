using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Viewing;

/// <remarks>
/// Viewing is where screenshots are looked at: a page of the bot's own, behind a sign-in, on which each picture is blurred until somebody
/// asks for it. It shows nothing to anybody without asking who they are now, and writes down what it showed.
/// </remarks>
internal static class ViewingModule
{
    public static IServiceCollection AddViewing(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        if (!EvidenceLink.PageIsOn(configuration, environment))
        {
            services.AddHealthChecks().AddCheck<PageIsOff>("evidence-page");
            return services;
        }

        var isHttps = IsHttps(configuration);
        var isLocal = OwnAddress.IsLocal(configuration, environment);
        var signIn = services.AddAuthentication(SignIn.Scheme).AddCookie(SignIn.Scheme, options => SignIn.SetCookie(options, isHttps));
        if (isLocal)
        {
            services.AddSingleton<LocalSignIn>();
        }
        else
        {
            AddEntra(services, signIn, configuration);
        }

        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = SignIn.NameOf("rowcroft-forms", isHttps);
            options.Cookie.Path = "/";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true; // ours is stricter
        });
        return services
            .AddSingleton<Visitors>()
            .AddSingleton<EvidenceShelf>()
            .AddSingleton<CustodyLog>()
            .AddSingleton<EvidenceDesk>()
            .AddSingleton<PictureHandling>()
            .AddSingleton<PictureWords>()
            .AddSingleton<PictureCard>()
            .AddSingleton<EvidencePage>()
            .AddSingleton<RedactPage>()
            .AddSingleton<NotTooOften>()
            .AddSingleton<ViewingEndpoints>();
    }

    /// <returns>Everything that was mapped, for what has to stand before it.</returns>
    public static RouteGroupBuilder MapViewing(this WebApplication app)
    {
        var all = app.MapGroup("");
        if (!EvidenceLink.PageIsOn(app.Configuration, app.Environment))
        {
            return all;
        }

        var room = all.MapGroup("").AddEndpointFilter(new BehindTls(IsHttps(app.Configuration))).AddEndpointFilter<PageErrors>();
        PageAssets.Map(room);
        var forms = room.MapGroup("").AddEndpointFilter<GenuineForm>();
        forms.MapPost("/sign-out", (HttpContext http, CancellationToken _) => SignOut.EndAsync(http));
        if (OwnAddress.IsLocal(app.Configuration, app.Environment))
        {
            LocalSignIn.Map(forms);
        }

        var cases = room.MapGroup("")
            .AddEndpointFilter<SignedInOnly>()
            .AddEndpointFilter(app.Services.GetRequiredService<NotTooOften>())
            .AddEndpointFilter<EvenRefusals>()
            .AddEndpointFilter<GenuineForm>();
        ViewingEndpoints.Map(cases.MapGroup("/cases/{reference}/evidence"));
        cases.Map("/cases/{**anything}", () => NotFoundPage.Answer);
        return all;
    }

    private static void AddEntra(IServiceCollection services, Microsoft.AspNetCore.Authentication.AuthenticationBuilder signIn, IConfiguration configuration)
    {
        services.AddOptions<SignInOptions>()
            .Bind(configuration.GetSection(SignInOptions.Section))
            .Validate(
                options => options.ClientId.Length > 0 || configuration["MicrosoftAppType"]?.Equals("UserAssignedMSI", StringComparison.OrdinalIgnoreCase) != true,
                SignInOptions.NobodySignsInToAnIdentity)
            .ValidateOnStart();
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, EntraSignIn>();
        signIn.AddOpenIdConnect();
        services.Configure<Microsoft.AspNetCore.Authentication.AuthenticationOptions>(options => options.DefaultChallengeScheme = EntraSignIn.Scheme);
    }

    private static bool IsHttps(IConfiguration configuration) =>
        configuration["Bot:PublicUrl"]?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true;
}
