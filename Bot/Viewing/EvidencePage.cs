using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>A case's screenshots: first the warning, then each with its facts, blurred.</summary>
internal sealed class EvidencePage(PictureCard card, PictureWords words)
{
    /// <param name="shown">The picture that is not blurred; used where there is no script.</param>
    /// <param name="news">What was just done; <c>null</c> for nothing.</param>
    public Markup Draw(OpenedEvidence opened, Markup forgeryField, EvidenceId? shown, string? news) => Layout.For(
        opened.Visitor,
        forgeryField,
        $"Screenshots of {opened.Case.Reference}",
        Markup.Of(
            $"""
            <h1>Screenshots of {opened.Case.Reference.ToString()}</h1>
            {News(news)}
            {Warning(opened)}
            {Together(opened)}
            {Missing(opened)}
            {Pictures(opened, forgeryField, shown)}
            {Markup.Join(opened.Reports.Select(report => Provenance.Draw(report, isMerged: report.Id != opened.Case.Id)))}
            {Receipt(opened)}
            """),
        "show.js");

    private static Markup News(string? news) => news is null ? Markup.Nothing : Markup.Of($"""<p class="news" role="status">{news}</p>""");

    private static Markup Warning(OpenedEvidence opened) => opened.Pictures.Count == 0 ? Markup.Nothing : Markup.Of(
        $"""
        <div class="warning" role="note">
        <p><strong>{(opened.AsApprover
            ? "These pictures contain what somebody wrote about a colleague. It can be upsetting."
            : "These pictures contain what you reported. It can be upsetting to see it again.")}</strong></p>
        <p>Each one stays blurred until you ask for it, and you need not look at all of them. Each time you look or download is written into the case’s record with your name.</p>
        </div>
        """);

    /// <summary>For those who decide: whoever sent this report learns from nobody what else was reported.</summary>
    private static Markup Together(OpenedEvidence opened) => opened is { AsApprover: true, Case.DuplicateOf: { } into }
        ? Markup.Of(
            $"""
            <p class="note">This report is decided together with another one of the same post. <a href="{EvidenceLink.PathOf(into.Reference.ToString())}">All screenshots of {into.Reference.ToString()}</a></p>
            """)
        : Markup.Nothing;

    private static Markup Missing(OpenedEvidence opened) => opened.Reports.Sum(report => report.MissingEvidence) switch
    {
        0 => Markup.Nothing,
        1 => Markup.Of($"""<p class="note">One screenshot is missing: Teams did not let us have it, and {Asked(opened)} to send it again as a file.</p>"""),
        var several => Markup.Of($"""<p class="note">{several} screenshots are missing: Teams did not let us have them, and {Asked(opened)} to send them again as files.</p>"""),
    };

    private static string Asked(OpenedEvidence opened) => opened.AsApprover ? "the reporter was asked" : "you were asked";

    private Markup Pictures(OpenedEvidence opened, Markup forgeryField, EvidenceId? shown) => opened.Pictures.Count == 0
        ? Markup.Of($"""<p>{None(opened)}</p>""")
        : Markup.Join(opened.Originals.Index().Select(one => Group(opened, one.Item, $"Picture {one.Index + 1}", forgeryField, shown)));

    private static string None(OpenedEvidence opened) => opened switch
    {
        _ when opened.Reports.Any(report => report.MissingEvidence > 0) => "None has come yet.",
        { Case.Facts.Kinds: var kinds } when kinds.Contains(AbuseKind.SexualImage) => "It is about a sexual image, so none may be taken or sent.",
        { AsApprover: true } => "No screenshots were sent with this report.",
        _ => "You sent no screenshots with this report.",
    };

    private Markup Group(OpenedEvidence opened, ShelvedPicture original, string label, Markup forgeryField, EvidenceId? shown)
    {
        var copies = opened.CopiesOf(original).ToList();
        return Markup.Of(
            $"""
            {card.Draw(opened, original, label, forgeryField, shown)}
            {(copies.Count == 0 ? Markup.Nothing : Markup.Of(
                $"""
                <div class="copies">
                {Markup.Join(copies.Index().Select(copy => card.Draw(opened, copy.Item, $"{label}, redacted copy {copy.Index + 1}", forgeryField, shown)))}
                </div>
                """))}
            """);
    }

    private Markup Receipt(OpenedEvidence opened) =>
        opened.Pictures.Count == 0 ? Markup.Nothing : Markup.Of($"""<p class="small">{words.HashReceipt}</p>""");
}
