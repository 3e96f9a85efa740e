namespace Rowcroft.TeamsBot.Viewing;

/// <summary>
/// The one answer for a case that does not exist, one that is not for this person, and a person who does not belong here: byte for byte
/// the same, so that it gives no hint.
/// </summary>
internal sealed class NotFoundPage() : PageResult(Page, StatusCodes.Status404NotFound)
{
    public static readonly NotFoundPage Answer = new();

    private static Markup Page => Layout.Plain("Nothing to show", Markup.Of(
        $"""
        <h1>Nothing to show</h1>
        <p>There is no such case, or it is not one for you to see.</p>
        <p>If you think this is a mistake, please ask the person who decides about reports in your practice.</p>
        """));
}
