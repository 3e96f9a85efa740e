using Microsoft.Playwright;

namespace Rowcroft.TeamsBot.Tests.LocalTeams;

/// <summary>Chromium without a window, for one test.</summary>
internal sealed class Browser : IAsyncDisposable
{
    public const string Executable = "/usr/bin/chromium";
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Browser> StartAsync()
    {
        Skip.IfNot(File.Exists(Executable), $"Chromium is not installed at {Executable}.");
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable }));
    }

    /// <summary>Opens the page; an error in its scripts fails the test at the next assertion on <paramref name="errors"/>.</summary>
    public async Task<IPage> OpenAsync(Uri address, int width, int height, ICollection<string> errors)
    {
        var page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height } });
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

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
