using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>How the screenshots came about, as the reporter said; what was not said is shown as not said.</summary>
internal static class Provenance
{
    private const string NotSaid = "not said";

    /// <param name="isMerged">Whether it is another report of the same post than the one whose page it is.</param>
    public static Markup Draw(Case report, bool isMerged)
    {
        if (report.Provenance is not { } said)
        {
            return Markup.Nothing;
        }

        var heading = isMerged ? $"How those of {report.Reference} came about, as their reporter says" : "How they came about, as the reporter says";
        var id = isMerged ? $"provenance-{report.Reference}" : "provenance";
        return Draw(said, heading, id);
    }

    private static Markup Draw(EvidenceProvenance said, string heading, string id) => Markup.Of(
        $"""
        <section class="card" aria-labelledby="{id}">
        <h2 id="{id}">{heading}</h2>
        <dl>
        <div><dt>Taken by</dt><dd>{Taker(said.Taker)}</dd></div>
        <div><dt>Taken on</dt><dd>{Device(said.Device)}</dd></div>
        <div><dt>Whole screen, with address and time</dt><dd>{Screen(said.WholeScreen)}</dd></div>
        <div><dt>How it was seen</dt><dd>{Seen(said.SeenHow)}</dd></div>
        </dl>
        </section>
        """);

    private static string Taker(EvidenceTaker? taker) => taker switch
    {
        EvidenceTaker.Reporter => "the reporter",
        EvidenceTaker.Colleague => "a colleague",
        EvidenceTaker.SomebodyElse => "somebody else",
        _ => NotSaid,
    };

    private static string Device(EvidenceDevice? device) => device switch
    {
        EvidenceDevice.Phone => "a phone",
        EvidenceDevice.Computer => "a computer",
        _ => NotSaid,
    };

    private static string Screen(WholeScreen? screen) => screen switch
    {
        WholeScreen.Yes => "yes",
        WholeScreen.No => "no",
        _ => NotSaid,
    };

    private static string Seen(SeenHow? seen) => seen switch
    {
        SeenHow.Public => "it is public",
        SeenHow.Member => "as a member of the group",
        SeenHow.SentToReporter => "it was sent to the reporter",
        SeenHow.ShownToReporter => "somebody showed it to the reporter",
        _ => NotSaid,
    };
}
