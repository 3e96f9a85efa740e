using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Tests.Hosting;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Viewing;

/// <summary>In the cloud people sign in with Entra; the bot, behind something that ends TLS, is called https://bot.example.org.</summary>
public sealed class EntraSignInTests : IAsyncLifetime
{
    private const string Page = "/cases/RMC-2026-0001/evidence";
    private LoopbackEntra _entra = null!;

    public async Task InitializeAsync() => _entra = await LoopbackEntra.StartAsync();

    public Task DisposeAsync() => _entra.DisposeAsync().AsTask();

    [SkippableFact]
    public async Task The_Reporter_Signs_In_And_Comes_Back_To_Where_They_Wanted_To_Go()
    {
        await using var bot = await StartAsync();
        var page = await ReportAsync(bot);
        using var ann = new WebVisitor(bot.Address);
        var back = await _entra.SignInAsync(ann, page);
        Assert.Equal((302, page), (back.Status, back.Header("Location")));
        var shown = await ann.GetAsync(page);
        Assert.Equal(200, shown.Status);
        Assert.Contains("You sent no screenshots with this report.", shown.Text, StringComparison.Ordinal);
        Assert.Equal("max-age=31536000", shown.Header("Strict-Transport-Security"));
        Assert.Equal(404, (await ann.GetAsync("/cases/RMC-2026-0099/evidence")).Status);

        var asked = Assert.Single(_entra.Asked);
        Assert.Equal(
            ["id_token", "form_post", Microsofts.AppId, "https://bot.example.org/signin-oidc", "openid profile"],
            ((string[])["response_type", "response_mode", "client_id", "redirect_uri", "scope"]).Select(name => asked[name].ToString()));
        Assert.NotEmpty(asked["nonce"].ToString());
        Assert.DoesNotContain(asked.Keys, key => key is "client_secret" or "code_challenge");
    }

    [SkippableFact]
    public async Task Its_Cookies_Are_Closed_To_Scripts_Other_Hosts_And_Plain_Http()
    {
        await using var bot = await StartAsync();
        using var ann = new WebVisitor(bot.Address);
        await _entra.SignInAsync(ann, Page);
        var set = ann.SetCookies.ToLookup(cookie => cookie.Split('=')[0]);
        var session = Assert.Single(set["__Host-rowcroft-evidence"]);
        foreach (var part in (string[])["; path=/", "; secure", "; samesite=lax", "; httponly"])
        {
            Assert.Contains(part, session, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("domain=", session, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(CaseBuilder.Ann.Name.Split(' ')[0], session, StringComparison.Ordinal);
        var crossing = ann.SetCookies.Where(cookie => cookie.StartsWith(".AspNetCore.", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(crossing);
        Assert.All(crossing, cookie => Assert.Contains("; samesite=none", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.All(crossing, cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [SkippableTheory]
    [InlineData("iss", "https://login.microsoftonline.com/other/v2.0")]
    [InlineData("iss", null)]
    [InlineData("aud", "33333333-3333-3333-3333-333333333333")]
    [InlineData("aud", null)]
    [InlineData("nonce", "of-another-sign-in")]
    [InlineData("nonce", null)]
    [InlineData("exp", 1_700_000_000L)]
    [InlineData("exp", null)]
    [InlineData("nbf", 4_000_000_000L)]
    [InlineData("tid", "7e4a0000-0000-4000-8000-000000000002")]
    [InlineData("tid", null)]
    [InlineData("oid", null)]
    [InlineData("oid", "")]
    [InlineData("oid", "somebody")]
    public async Task A_Token_That_Is_Not_For_One_Of_Us_Signs_Nobody_In(string claim, object? value)
    {
        await using var bot = await StartAsync();
        _entra.Change = claims =>
        {
            claims.Remove(claim);
            if (value is not null)
            {
                claims[claim] = JsonValue.Create(value);
            }
        };
        using var visitor = new WebVisitor(bot.Address);
        AssertRefused(await _entra.SignInAsync(visitor, Page), visitor);
        Assert.DoesNotContain(bot.Logs.Lines, line => line.Contains(CaseBuilder.Ann.Id.Value, StringComparison.Ordinal) || line.Contains("Ann", StringComparison.Ordinal));
        Assert.Equal(302, (await visitor.GetAsync(Page)).Status);
    }

    [SkippableFact]
    public async Task A_Token_With_A_Foreign_Signature_Or_None_Signs_Nobody_In()
    {
        await using var bot = await StartAsync();
        using var visitor = new WebVisitor(bot.Address);
        AssertRefused(await _entra.SignInAsync(visitor, Page, form => form["id_token"] = form["id_token"][..form["id_token"].LastIndexOf('.')] + "."), visitor);
        AssertRefused(await _entra.SignInAsync(visitor, Page, form => form.Remove("id_token")), visitor);
        AssertRefused(await _entra.SignInAsync(visitor, Page, form => form["state"] = "x"), visitor);
        _entra.OtherKey = RSA.Create(2048);
        AssertRefused(await _entra.SignInAsync(visitor, Page), visitor);
    }

    [SkippableFact]
    public async Task Somebody_Elses_Answer_Signs_Nobody_In()
    {
        await using var bot = await StartAsync();
        using var ann = new WebVisitor(bot.Address);
        using var attacker = new WebVisitor(bot.Address);
        var stolen = new Dictionary<string, string>();
        await _entra.SignInAsync(attacker, Page, form => stolen = new(form));
        AssertRefused(await _entra.SignInAsync(ann, Page, form =>
        {
            form["id_token"] = stolen["id_token"];
            form["state"] = stolen["state"];
        }), ann);
    }

    [SkippableFact]
    public async Task Somebody_Of_The_Tenant_Who_Is_Not_On_The_Roster_Sees_Nothing()
    {
        await using var bot = await StartAsync();
        var page = await ReportAsync(bot);
        _entra.Change = claims => claims["oid"] = "00000000-0000-0000-0000-0000000000ff";
        using var visitor = new WebVisitor(bot.Address);
        Assert.Equal(302, (await _entra.SignInAsync(visitor, page)).Status);
        var (real, unreal) = (await visitor.GetAsync(page), await visitor.GetAsync("/cases/RMC-2026-0099/evidence"));
        Assert.Equal((404, 404, unreal.Text), (real.Status, unreal.Status, real.Text));
    }

    [SkippableFact]
    public async Task Who_Cancels_Is_Told_That_They_Are_Not_Signed_In()
    {
        await using var bot = await StartAsync();
        using var visitor = new WebVisitor(bot.Address);
        AssertRefused(await _entra.SignInAsync(visitor, Page, form =>
        {
            form.Remove("id_token");
            form["error"] = "access_denied";
            form["error_description"] = "<script>alert(1)</script>";
        }), visitor);
    }

    [SkippableTheory]
    [InlineData("/local-sign-in")]
    [InlineData("/local-sign-in?person=00000000-0000-0000-0000-0000000000a1&returnUrl=/cases/")]
    public async Task The_Developers_Sign_In_Does_Not_Exist(string path)
    {
        foreach (var environment in (string[])["Production", "Development"])
        {
            await using var bot = await StartAsync(environment);
            using var visitor = new WebVisitor(bot.Address);
            Assert.Equal(404, (await visitor.GetAsync(path)).Status);
            Assert.Equal(404, (await visitor.PostForgedAsync(path, ("person", CaseBuilder.Ann.Id.Value))).Status);
            Assert.Empty(visitor.Cookies);
        }
    }

    [SkippableFact]
    public async Task Without_An_Address_There_Is_No_Page_And_The_Health_Says_So()
    {
        await using var bot = await RegisteredBot.StartAsync("Production");
        using var visitor = new WebVisitor(bot.Address);
        Assert.Equal(404, (await visitor.GetAsync(Page)).Status);
        Assert.Contains("Bot:PublicUrl is not set", (await visitor.GetAsync("/health/ready")).Text, StringComparison.Ordinal);
    }

    private static void AssertRefused(WebAnswer answer, WebVisitor visitor)
    {
        Assert.Equal(403, answer.Status);
        Assert.Contains("You are not signed in", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("alert", answer.Text, StringComparison.Ordinal);
        Assert.Equal(("no-store", "DENY"), (answer.Header("Cache-Control"), answer.Header("X-Frame-Options")));
        Assert.DoesNotContain("__Host-rowcroft-evidence", visitor.Cookies.Keys);
    }

    private Task<RegisteredBot> StartAsync(string environment = "Production") => RegisteredBot.StartAsync(environment, new Dictionary<string, string?>
    {
        ["Bot:PublicUrl"] = "https://bot.example.org",
        ["SignIn:Authority"] = _entra.Authority,
    });

    /// <summary>Ann reports, without screenshots.</summary>
    /// <returns>The page's address.</returns>
    private static async Task<string> ReportAsync(RegisteredBot bot)
    {
        await bot.SayAsync(bot.Message("report"));
        await bot.SayAsync(bot.Press(ReportVerbs.Safe));
        await bot.SayAsync(bot.Press(ReportVerbs.Form, JsonNode.Parse(FilledForm.About().ToString())!.AsObject()));
        await bot.SayAsync(bot.Press(ReportVerbs.None));
        await bot.SayAsync(bot.Press(ReportVerbs.Send));
        var reference = System.Text.RegularExpressions.Regex.Match(bot.Said[^1].ToJsonString(), "RMC-[0-9]{4}-0001").Value;
        Assert.NotEmpty(reference);
        return $"/cases/{reference}/evidence";
    }
}
