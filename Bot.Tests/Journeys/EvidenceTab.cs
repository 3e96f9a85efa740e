using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.TeamsBot.Tests.Journeys;

/// <summary>The tab in which somebody looks at a case's screenshots, with every request it made.</summary>
internal sealed class EvidenceTab
{
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly List<string> _errors = [];

    private EvidenceTab(IPage page)
    {
        Page = page;
        page.Request += (_, request) => _requests.Enqueue(request.Url);
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, line) =>
        {
            if (line.Type is "error" or "warning")
            {
                _errors.Add(line.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>How often a picture was fetched.</summary>
    public int PicturesFetched => _requests.Count(url => url.EndsWith("/picture", StringComparison.Ordinal));

    /// <summary>How often a blurred preview was fetched, as the page itself knows: one may be asked for before anybody hears of a new tab.</summary>
    public Task<int> PreviewsFetchedAsync() =>
        Page.EvaluateAsync<int>("performance.getEntriesByType('resource').filter(one => one.name.endsWith('/preview')).length");

    /// <summary>Presses the button on the newest card of this person's chat that has it.</summary>
    public static async Task<EvidenceTab> FromCardAsync(Story story, PersonOnPage person, string button = "Look at the screenshots")
    {
        EvidenceTab? tab = null;
        story.Page.Context.Page += Meet;
        var page = await story.Page.Context.RunAndWaitForPageAsync(
            () => person.Chat.GetByRole(AriaRole.Link, new() { Name = button }).Last.ClickAsync());
        story.Page.Context.Page -= Meet;
        await page.WaitForURLAsync("**/cases/**");
        return tab!;

        void Meet(object? sender, IPage opened) => tab ??= new EvidenceTab(opened);
    }

    /// <summary>Opens the page of a case as somebody, in a tab of its own.</summary>
    public static async Task<EvidenceTab> OpenAsync(Story story, Person person, string after = "", string reference = "RMC-2026-0001")
    {
        var tab = new EvidenceTab(await story.Page.Context.NewPageAsync());
        var link = $"local-sign-in?person={person.ObjectId}&returnUrl=/cases/{reference}/evidence{after}";
        await tab.Page.GotoAsync(new Uri(story.Practice.BotAddress, link).ToString());
        return tab;
    }

    public ILocator Picture(int number) => Page.Locator("article.picture").Nth(number - 1);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Everything came from the bot itself, and nothing went wrong.</summary>
    public void NothingCameFromElsewhere(Uri bot)
    {
        Assert.NotEmpty(_requests);
        var own = new HashSet<string>([bot.Authority, new Uri(Page.Url).Authority]);
        Assert.All(own, authority => Assert.EndsWith($":{bot.Port}", authority, StringComparison.Ordinal));
        Assert.All(_requests, url => Assert.Contains(new Uri(url).Authority, own));
        Assert.Empty(_errors);
    }

    /// <summary>A preview of a few pixels, blurred once more, fills the cover; the warning's button stands on it.</summary>
    public async Task IsBlurredAsync(int number)
    {
        var preview = Picture(number).Locator(".preview img");
        await Assertions.Expect(preview).ToHaveJSPropertyAsync("complete", true);
        Assert.InRange(await preview.EvaluateAsync<int>("image => Math.max(image.naturalWidth, image.naturalHeight)"), 1, 16);
        Assert.Contains("blur(", await preview.EvaluateAsync<string>("image => getComputedStyle(image).filter"), StringComparison.Ordinal);
        Assert.True(await preview.EvaluateAsync<bool>(
            "image => image.getBoundingClientRect().width >= image.closest('.cover').clientWidth"));
    }

    /// <summary>axe-core finds nothing in light and dark, wide and narrow, and nothing is wider than the window; pictures where somebody asked for them.</summary>
    public async Task IsAccessibleAsync(string name)
    {
        foreach (var (width, height) in ((int, int)[])[(1440, 900), (390, 844)])
        {
            await Page.SetViewportSizeAsync(width, height);
            foreach (var theme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await Page.EmulateMediaAsync(new() { ColorScheme = theme });
                if (Pictures.Folder is { } folder)
                {
                    await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{theme}.png".ToLowerInvariant()), FullPage = true });
                }

                var found = await Page.RunAxe();
                Assert.Empty(found.Violations.Select(violation => $"{name} {width} {theme} {violation.Id}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
                Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{name} is wider than {width}");
            }
        }

        await Page.SetViewportSizeAsync(1440, 900);
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }
}
