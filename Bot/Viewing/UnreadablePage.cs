namespace Rowcroft.TeamsBot.Viewing;

/// <summary>For somebody who may have the file: it is not there, or not what was sealed. Nothing of it is handed over.</summary>
internal sealed class UnreadablePage() : PageResult(Page, StatusCodes.Status410Gone)
{
    public static readonly UnreadablePage Answer = new();

    private static Markup Page => Layout.Plain("Not to be had", Markup.Of(
        $"""
        <h1>This file cannot be read</h1>
        <p>It is not there any more, is no longer what was sealed, or is damaged in a way that lets nobody draw it. Nothing was shown, downloaded or saved, so that nobody relies on it.</p>
        <p>Please tell whoever looks after the bot. The facts of the file are kept, with its number.</p>
        """));
}
