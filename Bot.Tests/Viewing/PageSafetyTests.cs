using System.Text;
using System.Text.RegularExpressions;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Viewing;

namespace Rowcroft.TeamsBot.Tests.Viewing;

/// <summary>What the page asks of a browser, and what it believes of one.</summary>
public sealed partial class PageSafetyTests(EvidencePractice practice) : IClassFixture<EvidencePractice>
{
    private static readonly (string Name, string Value)[] Promised =
    [
        ("Cache-Control", "no-store"),
        ("Content-Security-Policy", "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("X-Robots-Tag", "noindex, nofollow"),
    ];

    [Fact]
    public async Task Every_Answer_Carries_The_Same_Strict_Headers()
    {
        using var manager = await practice.SignInAsync(Cast.Manager);
        using var nobody = practice.Visitor();
        var page = await manager.GetAsync(EvidencePractice.Page);
        WebAnswer[] answers =
        [
            page,
            await manager.GetAsync("/cases/x/evidence"),
            await manager.GetAsync(EvidencePractice.Of(EvidencePractice.Page, practice.Pictures[0], "picture")),
            await manager.GetAsync(EvidencePractice.Of(EvidencePractice.Page, practice.Pictures[0], "preview")),
            await manager.GetAsync(EvidencePractice.Of(EvidencePractice.Page, practice.Pictures[0], "redact")),
            await manager.PostAsync(EvidencePractice.Page),
            await manager.PostAsync(EvidencePractice.Of(EvidencePractice.Page, practice.Pictures[0], "file")),
            await manager.PostForgedAsync(EvidencePractice.Page),
            await nobody.GetAsync(EvidencePractice.Page),
            await nobody.PostForgedAsync(EvidencePractice.Page),
            await nobody.GetAsync("/local-sign-in"),
        ];
        Assert.All(answers, answer => Assert.All(Promised, header => Assert.Equal(header.Value, answer.Header(header.Name))));
        Assert.All(answers, answer => Assert.Contains("camera=()", answer.Header("Permissions-Policy"), StringComparison.Ordinal));
        Assert.All(answers, answer => Assert.Null(answer.Header("Server")));
    }

    [Fact]
    public async Task A_Page_Loads_Its_Own_Files_Alone_And_Has_No_Script_Or_Style_Inside()
    {
        using var manager = await practice.SignInAsync(Cast.Manager);
        foreach (var path in (string[])[EvidencePractice.Page, EvidencePractice.Of(EvidencePractice.Page, practice.Pictures[0], "redact")])
        {
            var page = (await manager.GetAsync(path)).Text;
            Assert.DoesNotMatch("<script(?![^>]* src=)|<style| style=| on[a-z]+=|javascript:|data:[a-z]|https?:", page);
            foreach (var address in Loaded().Matches(page).Select(match => match.Groups[1].Value))
            {
                var file = await manager.GetAsync(address);
                Assert.Equal((200, "nosniff"), (file.Status, file.Header("X-Content-Type-Options")));
            }
        }
    }

    [Fact]
    public async Task A_Form_That_Is_Not_Ours_Does_Nothing_Whatever_It_Asks_For()
    {
        using var manager = await practice.SignInAsync(Cast.Manager);
        using var deputy = await practice.SignInAsync(Cast.Deputy);
        await manager.GetAsync(EvidencePractice.Page);
        await deputy.GetAsync(EvidencePractice.Page);
        var events = (await practice.EventsAsync<CaseEvent>(practice.First)).Count;
        var (file, redact) = (EvidencePractice.Of(EvidencePractice.Page, practice.Pictures[0], "file"), EvidencePractice.Of(EvidencePractice.Page, practice.Pictures[0], "redact"));
        foreach (var path in (string[])[EvidencePractice.Page, file, redact, "/sign-out", "/cases/x/evidence"])
        {
            Assert.Equal(400, (await manager.PostForgedAsync(path, ("box", "0,0,1,1"))).Status);
            Assert.Equal(400, (await manager.PostForgedAsync(path, ("__RequestVerificationToken", "x"))).Status);
            using var json = new StringContent("{}", Encoding.UTF8, "application/json");
            Assert.Equal(400, (await manager.SendAsync(HttpMethod.Post, path, json)).Status);
        }

        Assert.Equal(200, (await manager.GetAsync(EvidencePractice.Page)).Status);
        Assert.Equal(events, (await practice.EventsAsync<CaseEvent>(practice.First)).Count);
    }

    [Fact]
    public async Task Somebody_Elses_Proof_Is_None()
    {
        using var manager = await practice.SignInAsync(Cast.Manager);
        await manager.GetAsync(EvidencePractice.Page);
        await manager.SignInAsync(Cast.Deputy); // the same browser, the form of the one before
        Assert.Equal(400, (await manager.PostAsync(EvidencePractice.Page)).Status);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("HEAD")]
    public async Task Other_Ways_Of_Asking_Show_And_Write_Nothing(string method)
    {
        using var manager = await practice.SignInAsync(Cast.Manager);
        var events = (await practice.EventsAsync<CaseEvent>(practice.First)).Count;
        foreach (var path in (string[])[EvidencePractice.Page, EvidencePractice.Of(EvidencePractice.Page, practice.Pictures[0], "picture"), EvidencePractice.Of(EvidencePractice.Page, practice.Pictures[0], "preview"), EvidencePractice.Of(EvidencePractice.Page, practice.Pictures[0], "file")])
        {
            var answer = await manager.SendAsync(new HttpMethod(method), path, null);
            Assert.True(answer.Status is 404 or 405, $"{method} {path}: {answer.Status}");
        }

        Assert.Equal(events, (await practice.EventsAsync<CaseEvent>(practice.First)).Count);
    }

    [Fact]
    public async Task Very_Many_Requests_Of_One_Person_Are_Slowed_And_Nobody_Elses()
    {
        using var stranger = await practice.SignInAsync(Cast.Stranger);
        using var manager = await practice.SignInAsync(Cast.Manager);
        var answers = await Task.WhenAll(Enumerable.Range(0, NotTooOften.PerMinute + 5).Select(_ => stranger.GetAsync("/cases/x/evidence")));
        Assert.Contains(answers, answer => answer.Status == 429);
        Assert.Equal(200, (await manager.GetAsync(EvidencePractice.Page)).Status);
    }

    [Fact]
    public async Task On_A_Developers_Machine_Only_The_Machine_Itself_Is_Answered()
    {
        using var visitor = await practice.SignInAsync(Cast.Manager);
        visitor.Headers["Host"] = "bot.example.org";
        foreach (var path in (string[])[EvidencePractice.Page, "/local-sign-in", "/evidence-page/page.css", EvidencePractice.Of(EvidencePractice.Page, practice.Pictures[0], "picture")])
        {
            Assert.Equal((403, 0), ((await visitor.GetAsync(path)).Status, (await visitor.GetAsync(path)).Body.Length));
        }

        Assert.Equal(403, (await visitor.PostForgedAsync("/sign-out")).Status);
    }

    [Fact]
    public async Task A_Link_On_Some_Web_Page_Signs_Nobody_In()
    {
        using var visitor = practice.Visitor();
        visitor.Headers["Sec-Fetch-Site"] = "cross-site";
        foreach (var key in (string[])["", "&key=", "&key=0123456789ABCDEF0123456789ABCDEF"])
        {
            var answer = await visitor.GetAsync($"/local-sign-in?person={Cast.Manager.ObjectId}&returnUrl={EvidencePractice.Page}{key}");
            Assert.Equal(200, answer.Status);
            Assert.Contains("Who are you?", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(visitor.Cookies.Keys, name => name.Contains("evidence", StringComparison.Ordinal));
        }

        // The page that plays Teams is another site too; it has started the bot and knows what nobody else does.
        var ours = practice.Practice.Get<Microsoft.Extensions.Configuration.IConfiguration>()["LocalSignIn:Key"];
        Assert.Equal(302, (await visitor.GetAsync($"/local-sign-in?person={Cast.Manager.ObjectId}&returnUrl={EvidencePractice.Page}&key={ours}")).Status);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/cases/")]
    [InlineData("/health/live")]
    [InlineData(null)]
    public async Task After_Signing_In_Nobody_Is_Sent_Elsewhere(string? to)
    {
        using var visitor = practice.Visitor();
        await visitor.GetAsync("/local-sign-in?ReturnUrl=" + Uri.EscapeDataString(to ?? ""));
        var answer = await visitor.PostAsync("/local-sign-in", ("person", Cast.Manager.ObjectId.ToString()), ("returnUrl", to ?? ""));
        Assert.Equal((302, "/cases/"), (answer.Status, answer.Header("Location")));
    }

    [Fact]
    public void No_Name_And_No_Address_Of_A_Picture_Is_In_The_Log()
    {
        string[] personal = ["Morgan", "Robin", "post.png", .. practice.Pictures.Select(picture => picture.Sha256), Cast.Manager.ObjectId.ToString()];
        Assert.DoesNotContain(practice.Logs.Lines, line => personal.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    [GeneratedRegex("(?:src|href)=\"(/evidence-page/[^\"]+)\"")]
    private static partial Regex Loaded();
}
