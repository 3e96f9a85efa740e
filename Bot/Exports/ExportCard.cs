using System.Diagnostics;
using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Exports;

/// <summary>A request as it stands: the question to those who can agree, and to the person who asked how far it is, and the link.</summary>
internal sealed class ExportCard(PracticeClock clock)
{
    public AdaptiveCard Draw(ExportView view) => CardLook.Card(
    [
        CardLook.Title($"Evidence of case {view.Case.Reference}"),
        .. view.Problem is { } problem ? (AdaptiveElement[])[CardLook.Box(AdaptiveContainerStyle.Warning, CardLook.Words(problem))] : [],
        .. Facts(view),
        .. Stage(view),
    ]);

    /// <summary>In the place of a card that is not this person's any more.</summary>
    public static AdaptiveCard Nothing() => CardLook.Card(
        CardLook.Title("There is nothing here for you"),
        CardLook.Words("What was asked here is settled, or it is not yours to decide. Nothing has been changed."));

    private IEnumerable<AdaptiveElement> Facts(ExportView view)
    {
        var export = view.Export;
        yield return CardParts.Fact("Asked for by", $"{NameOf(view, export.RequestedBy)}, {clock.Say(export.RequestedAt)}");
        yield return CardParts.Fact("For", Bundles.BundleWords.For(export.Audience));
        yield return CardParts.Fact("Files", FilesOf(view));
        if (export.Reason is { } reason)
        {
            yield return CardParts.Fact("Why originals", reason);
        }

        if (export is { AnsweredBy: { } by, AnsweredAt: { } at })
        {
            yield return CardParts.Fact(export.State == Storage.ExportState.Confirmed ? "Agreed by" : "Not agreed by", $"{NameOf(view, by)}, {clock.Say(at)}");
        }

        if (export is { HandedOutAt: { } handedOut, BundleSha256: { } sha256 })
        {
            yield return CardParts.Fact("Downloaded", clock.Say(handedOut));
            yield return CardParts.Hash(sha256);
        }
    }

    private IEnumerable<AdaptiveElement> Stage(ExportView view) => (view.Stage, view.IsRequester) switch
    {
        (ExportStage.Waiting, true) =>
        [
            CardLook.Words($"The others who decide this case have been asked. You hear from me when one of them has agreed, until {Until(view)}."),
        ],
        (ExportStage.Waiting, false) =>
        [
            CardLook.Words("Evidence leaves the practice only when two people who decide the case agree. Do you?"),
            CardLook.Small($"You can answer until {Until(view)}, unless the case changes before. Your answer is kept with the case."),
            CardLook.Buttons(Press("Agree", ExportVerbs.Confirm, view), Press("Do not agree", ExportVerbs.Decline, view)),
        ],
        (ExportStage.RanOut, _) => [CardLook.Words("Nobody agreed within seven days, so the request is void. It can be made again.")],
        (ExportStage.Declined, _) => [CardLook.Words("The evidence is not handed over.")],
        (ExportStage.CaseChanged, _) =>
            [CardLook.Words("The case has changed since, so the request is void: what was agreed to is not what the case is now. It can be made again.")],
        (ExportStage.Ready, true) => Links(view),
        (ExportStage.Ready, false) => [CardLook.Words("The person who asked can download the bundle now.")],
        (ExportStage.Closed, _) => [CardLook.Words("The time for downloading is over. The evidence can be asked for again.")],
        _ => throw new UnreachableException(),
    };

    private IEnumerable<AdaptiveElement> Links(ExportView view)
    {
        var until = clock.Say(view.Export.AnsweredAt!.Value + ExportTimes.Links);
        if (view.Link is { } link)
        {
            yield return CardLook.Words(
                $"Your link works once, until {Time(view.Now + ExportTimes.Link)}. It is for you alone: download the bundle and hand it on in a safe way.");
            yield return CardLook.Buttons(new AdaptiveOpenUrlAction { Title = "Download the bundle", Url = link }, Press("Make a new link", ExportVerbs.Link, view));
            yield return CardLook.Small($"If the download breaks or the link runs out, make a new one, until {until}. Each download is kept with the case.");
            yield break;
        }

        yield return CardLook.Words(view.Export.LinkMadeAt is null
            ? "You can download the bundle. The link works once, for fifteen minutes from when you make it."
            : "A new link can be made if the last one ran out, or the download broke. The one before then opens nothing any more.");
        yield return CardLook.Small($"Links can be made until {until}.");
        yield return CardLook.Buttons(Press(view.Export.LinkMadeAt is null ? "Make the link" : "Make a new link", ExportVerbs.Link, view));
    }

    private static string FilesOf(ExportView view) => (view.Export.Copies, view.Case.FamilyScreenshots) switch
    {
        (_, 0) => "no screenshot; the record and the chronology",
        (ExportCopies.Originals, 1) => "1 screenshot, the original",
        (ExportCopies.Originals, var count) => $"{count} screenshots, the originals",
        (_, 1) => "1 screenshot, the redacted copy; the original if there is none",
        (_, var count) => $"{count} screenshots, the redacted copies; the original where there is none",
    };

    private string Until(ExportView view) => clock.Say(view.Export.RequestedAt + ExportTimes.Request);

    private string Time(DateTimeOffset instant) => clock.Local(instant).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static string NameOf(ExportView view, PersonId person) =>
        person == view.Viewer ? "you" : view.Approvers.All.Concat(view.Approvers.Partners).FirstOrDefault(one => one.Id == person)?.Name ?? "somebody who no longer decides";

    private static AdaptiveExecuteAction Press(string title, string verb, ExportView view) =>
        CardParts.Press(title, verb, new JProperty(ExportFields.Export, view.Export.Id.ToString()));
}
