using Microsoft.Playwright;
using Rowcroft.LocalTeams.Page;

namespace Rowcroft.TeamsBot.Tests.Journeys;

/// <summary>Chromium without a window, started once for all tests of the page.</summary>
public sealed class JourneyBrowser : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    /// <summary>Generous, because a busy machine is no defect.</summary>
    private const float Patience = 60_000;

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly string CardRenderer =
        Path.Combine(PageFiles.Repository, "LocalTeams", "node_modules", "adaptivecards", "dist", "adaptivecards.min.js");

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A picture of an abusive comment on the practice's page, as somebody would take one.</summary>
    public byte[] Comment { get; private set; } = [];

    /// <summary>A picture of the profile of the person who wrote it.</summary>
    public byte[] Profile { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (!File.Exists(Executable))
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments, Timeout = Patience });
        Assertions.SetDefaultExpectTimeout(Patience);
        Comment = await DrawAsync("<b>Torquay Local</b><p>The receptionist at Rowcroft is a liar and should be sacked.</p><small>14 likes · 3 March</small>");
        Profile = await DrawAsync("<b>Torquay Local</b><p>Joined in 2019 · 212 friends</p>");
    }

    /// <summary>
    /// Opens the page in a window of its own: nothing is left in it by another test. What goes wrong in its scripts is added to
    /// <paramref name="errors"/>. Skips the test where there is no browser.
    /// </summary>
    internal async Task<IPage> OpenAsync(Uri address, int width, int height, ICollection<string> errors)
    {
        Skip.If(_browser is null, $"Chromium is not installed at {Executable}.");
        Skip.IfNot(File.Exists(CardRenderer), "LocalTeams' packages are not installed: npm ci has not run in the folder LocalTeams.");
        var context = await _browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = ColorScheme.Light,
            Locale = "en-GB",
            DeviceScaleFactor = 1,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, line) =>
        {
            if (line.Type == "error")
            {
                errors.Add(line.Text);
            }
        };
        await page.GotoAsync(address.ToString());
        return page;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private async Task<byte[]> DrawAsync(string html)
    {
        var page = await _browser!.NewPageAsync(new() { ViewportSize = new() { Width = 480, Height = 160 } });
        await page.SetContentAsync($"<body style='font:16px sans-serif;padding:8px 16px'>{html}</body>");
        var picture = await page.ScreenshotAsync();
        await page.CloseAsync();
        return picture;
    }
}

/// <summary>The journeys and the tests of the page run one after the other, in one browser.</summary>
[CollectionDefinition(Name)]
public sealed class Journeys : ICollectionFixture<JourneyBrowser>
{
    public const string Name = "Journeys";
}
