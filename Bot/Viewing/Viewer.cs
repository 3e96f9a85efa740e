namespace Rowcroft.TeamsBot.Viewing;

/// <summary>Where a picture is seen: it can be made larger, moved under one's eyes, and blurred again.</summary>
internal static class Viewer
{
    /// <param name="address">Of the viewing copy. Without script it is in the image only when the picture was asked for.</param>
    public static Markup Draw(string address, string alt, string label, bool isShown) => Markup.Of(
        $"""
        <div class="viewer" data-address="{address}"{(isShown ? Markup.Nothing : Markup.Of($" hidden"))}>
        <div class="zoom" role="group" aria-label="Size of {label}" hidden>
        <button type="button" data-zoom="out" aria-label="Smaller" title="Smaller (−)">−</button>
        <output>Whole width</output>
        <button type="button" data-zoom="in" aria-label="Larger" title="Larger (+)">+</button>
        <button type="button" data-zoom="whole" title="Whole width (0)">Whole width</button>
        <button type="button" data-cover>Blur it again</button>
        </div>
        <div class="pan" tabindex="0" role="group" aria-label="{label}. Press plus, minus or zero to change its size, and the arrow keys to move it.">
        <img alt="{alt}"{(isShown ? Markup.Of($" src=\"{address}\"") : Markup.Nothing)}>
        </div>
        <p class="trouble" role="status"></p>
        </div>
        """);
}
