using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Rowcroft.LocalTeams.People;
using static Microsoft.Playwright.Assertions;

namespace Rowcroft.TeamsBot.Tests.Journeys;

/// <summary>What one person does and sees on the page.</summary>
internal sealed class PersonOnPage(IPage page, Person person)
{
    public ILocator Column => page.Locator($".column[data-person={person.Key}]");

    public ILocator Chat => Column.Locator(".log");

    private ILocator Composer => Column.GetByLabel($"Message as {person.Name}");

    /// <summary>The newest card on which this can be read.</summary>
    public ILocator Card(string words) => Chat.Locator(".card").Filter(new() { HasText = words }).Last;

    public Task SeesAsync(string words) => Expect(Chat.GetByText(words).Last).ToBeVisibleAsync();

    public async Task SayAsync(string words)
    {
        await Composer.FillAsync(words);
        await Composer.PressAsync("Enter");
    }

    /// <summary>Presses a button in the chat; of two with the same name the newer.</summary>
    public Task PressAsync(string button) => Button(button).ClickAsync();

    public ILocator Button(string name) => Chat.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Last;

    /// <summary>Pastes a picture into the message, as with Ctrl+V after a screenshot.</summary>
    public Task PasteAsync(byte[] picture) => Composer.EvaluateAsync(
        """
        (box, picture) => {
          const data = new DataTransfer();
          const bytes = Uint8Array.from(atob(picture), char => char.charCodeAt(0));
          data.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
          box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """,
        Convert.ToBase64String(picture));

    public Task AttachAsync(string name, byte[] picture) =>
        Column.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "image/png", Buffer = picture });

    /// <summary>Sends the message that is being written, with its files.</summary>
    public Task SendMessageAsync() => Column.Locator(".composer .send").ClickAsync();

    public Task FillAsync(string label, string text) => Chat.GetByLabel(label).Last.FillAsync(text);

    public Task ChooseAsync(string label, string choice) => Chat.GetByLabel(label).Last.SelectOptionAsync(new SelectOptionValue { Label = choice });

    /// <remarks>The renderer puts the question in front of the first choice's name.</remarks>
    public Task PickAsync(string choice) =>
        Chat.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex($"(^|\\? ){Regex.Escape(choice)}$") }).Last.CheckAsync();

    /// <param name="choice">How the choice begins.</param>
    public Task TickAsync(string choice) => Chat.GetByRole(AriaRole.Checkbox, new() { Name = choice }).Last.CheckAsync();
}
