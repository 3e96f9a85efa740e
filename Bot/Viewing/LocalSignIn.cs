using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>
/// On a developer's machine there is no Entra: whoever opens a link says who they are, or the page that plays Teams says it for them. It
/// is mapped nowhere else.
/// </summary>
internal sealed class LocalSignIn(
    IRoster roster, Practices practices, IOptions<PracticeOptions> options, IAntiforgery antiforgery, IConfiguration configuration)
{
    public const string Path = "/local-sign-in";
    private const string FirstPage = "/cases/";
    private const string Bundles = "/exports/";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, (HttpContext http, string? person, string? returnUrl, string? key, LocalSignIn signIn) =>
            Guid.TryParse(person, out var id) && (!IsFromAnotherSite(http.Request) || signIn.IsKey(key))
                ? signIn.SignInAsync(http, id, returnUrl)
                : signIn.AskAsync(http, returnUrl));
        endpoints.MapPost(Path, async (HttpContext http, LocalSignIn signIn) =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return Guid.TryParse(form["person"], out var id)
                ? await signIn.SignInAsync(http, id, form["returnUrl"])
                : await signIn.AskAsync(http, form["returnUrl"]);
        });
    }

    /// <summary>Somebody who is not on the roster is signed in too, as in the cloud: they see nothing.</summary>
    private async Task<IResult> SignInAsync(HttpContext http, Guid person, string? returnUrl)
    {
        var id = new PersonId(person.ToString());
        var people = await EverybodyAsync(http.RequestAborted);
        var name = people.FirstOrDefault(one => one.Id == id)?.Name ?? "somebody who is not on the roster";
        await http.SignInAsync(SignIn.Scheme, new ClaimsPrincipal(Visitors.Identity(id.Value, options.Value.TenantId, name)));
        PageHeaders.Set(http.Response);
        return Results.LocalRedirect(Safe(returnUrl));
    }

    private async Task<IResult> AskAsync(HttpContext http, string? returnUrl)
    {
        var people = await EverybodyAsync(http.RequestAborted);
        var forgeryField = ForgeryField.For(antiforgery, http);
        return new PageResult(Layout.Plain("Who are you?", Markup.Of(
            $"""
            <h1>Who are you?</h1>
            <p>This is a developer’s machine, where nobody signs in. In the cloud this page does not exist.</p>
            <form method="post" action="{Path}" class="chooser">
            {forgeryField}
            <input type="hidden" name="returnUrl" value="{Safe(returnUrl)}">
            {Markup.Join(people.Select(person => Markup.Of($"""<button name="person" value="{person.Id.Value}">{person.Name}</button>""")))}
            </form>
            """)));
    }

    private async Task<IReadOnlyList<Person>> EverybodyAsync(CancellationToken cancellationToken)
    {
        var everybody = new List<Person>();
        foreach (var practice in await practices.ListAsync(cancellationToken))
        {
            everybody.AddRange(await roster.GetAsync(practice.Id, cancellationToken));
        }

        return [.. everybody.DistinctBy(person => person.Id)];
    }

    private static string Safe(string? returnUrl) =>
        returnUrl is not null && (returnUrl.StartsWith(FirstPage, StringComparison.Ordinal) || returnUrl.StartsWith(Bundles, StringComparison.Ordinal)) ? returnUrl : FirstPage;

    /// <summary>Whoever started the bot has it; a bot that was started by itself has none.</summary>
    private bool IsKey(string? key) => configuration["LocalSignIn:Key"] is { Length: > 0 } ours && key == ours;

    /// <summary>A link on some web page signs nobody in.</summary>
    private static bool IsFromAnotherSite(HttpRequest request) => request.Headers["Sec-Fetch-Site"] == "cross-site";
}
