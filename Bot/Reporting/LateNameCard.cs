using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>The name of a picture that came after the report holds what looks like a patient's details: with stars, or as it was sent?</summary>
internal static class LateNameCard
{
    private const string Title = "Is this a patient's detail?";

    /// <param name="batch">The id under which the pictures came.</param>
    /// <param name="pointedOut">With stars.</param>
    public static AdaptiveCard Ask(CaseReference report, CaseId batch, IReadOnlyList<PointedOut> pointedOut) => CardParts.Card(
        [
            CardParts.Heading(Title),
            CardParts.Words($"This looks like an NHS number or a date of birth. It is hardly ever needed here. Your picture is with report {report}; I put stars in its name."),
            .. pointedOut.Select(one => CardParts.Fact(one.Where, one.Detail.Said)),
            CardParts.Small("Only the shown name has changed. The picture stays as it is."),
        ],
        [Press("Leave the stars", ReportVerbs.LateNameStarred, batch, AdaptiveAssociatedInputs.None), Keep(batch)]);

    public static AdaptiveCard Starred() => Closed("The stars stay.");

    public static AdaptiveCard Kept() => Closed("You kept the name as you sent it. Your reason goes with the report.");

    /// <param name="sentence">Why the name could not be kept any more.</param>
    public static AdaptiveCard TooLate(string sentence) => Closed(sentence);

    private static AdaptiveShowCardAction Keep(CaseId batch) => new()
    {
        Title = "Keep the name I sent",
        Card = new AdaptiveCard("1.5")
        {
            Body = [PatientDetailsCard.WhyNeeded()],
            Actions = [Press("Keep it", ReportVerbs.LateNameKept, batch, AdaptiveAssociatedInputs.Auto)],
        },
    };

    private static AdaptiveSubmitAction Press(string title, string verb, CaseId batch, AdaptiveAssociatedInputs inputs) => new()
    {
        Title = title,
        AssociatedInputs = inputs,
        Data = new JObject { [Submission.VerbKey] = verb, [Submission.DraftKey] = batch.ToString() },
    };

    private static AdaptiveCard Closed(string sentence) => CardParts.Card([CardParts.Subheading(Title), CardParts.Small(sentence)]);
}
