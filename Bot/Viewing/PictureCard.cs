using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>
/// One file on the page: its facts, its picture, and what can be done with it. The picture's address is not in an image before somebody
/// asked: until then nothing is loaded but the blurred preview.
/// </summary>
internal sealed class PictureCard(PictureWords words)
{
    /// <param name="label">What the picture is called on the page, such as <c>Picture 2</c>.</param>
    public Markup Draw(OpenedEvidence opened, ShelvedPicture picture, string label, Markup forgeryField, EvidenceId? shown) => Markup.Of(
        $"""
        <article class="card picture" id="{Anchor(picture)}" aria-labelledby="{Anchor(picture)}-name">
        {Heading(picture, label)}
        {Seen(opened, picture, label, forgeryField, shown)}
        <dl>
        {Report(opened, picture)}
        {Markup.Join(words.Facts(picture).Select(fact => Markup.Of($"<div><dt>{fact.Name}</dt><dd>{fact.Value}</dd></div>")))}
        <div><dt>SHA-256</dt><dd class="hash">{picture.File.Sha256}</dd></div>
        </dl>
        {Deeds(opened, picture, label, forgeryField)}
        </article>
        """);

    public static string Anchor(ShelvedPicture picture) => $"e-{picture.Id}";

    private static Markup Report(OpenedEvidence opened, ShelvedPicture picture) => picture.Case.Id == opened.Case.Id
        ? Markup.Nothing
        : Markup.Of($"""<div><dt>Came with</dt><dd>{picture.Case.Reference.ToString()}, another report of the same post</dd></div>""");

    private static Markup Heading(ShelvedPicture picture, string label) => picture.CopyOf is null
        ? Markup.Of($"""<h2 id="{Anchor(picture)}-name"><span class="label">{label}</span> {picture.File.Name}</h2>""")
        : Markup.Of($"""<h3 id="{Anchor(picture)}-name"><span class="label">{label}</span> {picture.File.Name}</h3>""");

    private Markup Seen(OpenedEvidence opened, ShelvedPicture picture, string label, Markup forgeryField, EvidenceId? shown) => picture.State switch
    {
        PictureState.Ready => Cover(opened, picture, label, forgeryField, isShown: shown == picture.Id),
        PictureState.InQuarantine => Note("It has not been checked for viruses yet, because the checker cannot be reached. Nobody sees it before that. Please look again later."),
        PictureState.Purged => Note("It has been deleted for good, as the practice’s rules say. Its facts and its number are kept, so that nobody can say that it never was there."),
        PictureState.Infected => Note("The virus check found something harmful in it, so it was destroyed. Nobody was shown it. Its facts and its number are kept."),
        PictureState.TakenBack => Note("The reporter took this report back, so its pictures are not shown any more. The record of them is kept."),
        _ => Note("The file is missing. Its facts are kept. Please tell whoever looks after the bot, and do not rely on this picture."),
    };

    private static Markup Note(string sentence) => Markup.Of($"""<p class="note">{sentence}</p>""");

    private Markup Cover(OpenedEvidence opened, ShelvedPicture picture, string label, Markup forgeryField, bool isShown)
    {
        var page = EvidenceLink.PathOf(opened.Case.Reference.ToString());
        var address = $"{page}/{picture.Id}/picture";
        return Markup.Of(
            $"""
            <form class="cover" method="post" action="{page}#{Anchor(picture)}"{(isShown ? Hidden : Markup.Nothing)}>
            {forgeryField}<input type="hidden" name="show" value="{picture.Id.ToString()}">
            {Preview(page, picture)}
            <p>Blurred until you ask for it.</p>
            <button class="main">Show <span class="of">{label}</span></button>
            </form>
            {Viewer.Draw(address, words.Alt(picture), label, isShown)}
            """);
    }

    /// <summary>It says nothing, so that it has no words of its own; and where it cannot be had, the cover's pattern stands in its place.</summary>
    public static Markup Preview(string page, ShelvedPicture picture) => Markup.Of(
        $"""<span class="preview"><img src="{page}/{picture.Id.ToString()}/preview" alt="" loading="lazy" decoding="async"></span>""");

    private static Markup Hidden => Markup.Of($" hidden");

    private static Markup Deeds(OpenedEvidence opened, ShelvedPicture picture, string label, Markup forgeryField)
    {
        if (picture.State != PictureState.Ready)
        {
            return Markup.Nothing;
        }

        var page = EvidenceLink.PathOf(opened.Case.Reference.ToString());
        var (what, why) = picture.CopyOf is null
            ? ("the original", "The original is exactly what was sent, with everything in it. Keep it where only those who need it can open it.")
            : ("this copy", "The copy is safe to show as far as what was covered is all that had to be.");
        var redact = opened.AsApprover && picture.CopyOf is null
            ? Markup.Of($"""<p><a class="deed" href="{page}/{picture.Id.ToString()}/redact">Cover parts of it for good <span class="of">in a copy of {label}</span></a></p>""")
            : Markup.Nothing;
        return Markup.Of(
            $"""
            <details>
            <summary>Download {what} <span class="of">of {label}</span></summary>
            <p>{why} That you took it is written into the case’s record.</p>
            <form method="post" action="{page}/{picture.Id.ToString()}/file">{forgeryField}<button>Download {what} <span class="of">of {label}</span></button></form>
            </details>
            {redact}
            """);
    }
}
