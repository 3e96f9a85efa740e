using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>One picture, on which boxes are drawn over what nobody else shall see. The boxes become black in a copy; the original stays.</summary>
internal sealed class RedactPage(PictureWords words)
{
    /// <param name="problem">Why the last try was not saved; <c>null</c> when there was none.</param>
    public Markup Draw(OpenedEvidence opened, ShelvedPicture picture, Markup forgeryField, string? problem)
    {
        var page = EvidenceLink.PathOf(opened.Case.Reference.ToString());
        return Layout.For(
            opened.Visitor,
            forgeryField,
            $"Cover parts of a screenshot of {opened.Case.Reference}",
            Markup.Of(
                $"""
                <p><a class="back" href="{page}#{PictureCard.Anchor(picture)}">Back to all screenshots of {opened.Case.Reference.ToString()}</a></p>
                <h1>Cover parts of {picture.File.Name}</h1>
                {(problem is null ? Markup.Nothing : Markup.Of($"""<p class="note" role="alert">{problem}</p>"""))}
                <noscript><p class="note">Boxes cannot be drawn here, because this browser runs no scripts.</p></noscript>
                <div class="warning" role="note">
                <p><strong>To cover parts you must see the picture. It can be upsetting.</strong></p>
                <p>What is beneath a box is gone from the copy. The original stays as it is, sealed.</p>
                </div>
                <div id="redact" class="card" hidden>
                <p class="cover">{PictureCard.Preview(page, picture)}<button type="button" class="main" data-show>Show the picture</button></p>
                <div class="redacting" hidden>
                {Tools}
                <div class="pan" tabindex="0" role="group" aria-label="The picture with its boxes. Press plus, minus or zero to change its size.">
                <div class="stage" data-address="{page}/{picture.Id.ToString()}/picture" data-width="{picture.File.Picture?.Width ?? 0}">
                <img alt="{words.Alt(picture)}">
                </div>
                </div>
                <p class="small" id="how">Draw a box with mouse or finger. Or press “Add a box”, then move it with the arrow keys, make it larger or smaller with Shift and the arrow keys, and take it away with Delete. Ctrl makes small steps.</p>
                <p role="status" class="said"></p>
                <form method="post" action="{page}/{picture.Id.ToString()}/redact">
                {forgeryField}
                <div class="boxes"></div>
                <button class="main" disabled>Save the copy</button>
                </form>
                </div>
                <p class="trouble" role="status"></p>
                </div>
                """),
            "redact.js");
    }

    private static Markup Tools => Markup.Of(
        $"""
        <div class="zoom" role="group" aria-label="Boxes and size">
        <button type="button" data-add>Add a box</button>
        <button type="button" data-undo disabled>Undo</button>
        <button type="button" data-zoom="out" aria-label="Smaller" title="Smaller (−)">−</button>
        <output>Whole width</output>
        <button type="button" data-zoom="in" aria-label="Larger" title="Larger (+)">+</button>
        <button type="button" data-zoom="whole" title="Whole width (0)">Whole width</button>
        </div>
        """);
}
