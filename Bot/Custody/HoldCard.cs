using System.Diagnostics;
using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>Asks for the reason of a hold or of its release, and says what came of it.</summary>
internal sealed class HoldCard(PracticeClock clock)
{
    /// <summary>As much as is comfortable on a card; longer reasons are taken too, when they are typed as a message.</summary>
    private const int MaxTyped = 1_000;

    public const string Summary = "A short answer about a case";

    public static AdaptiveCard Ask(Case @case, HoldChange change) => CardLook.Card(
        CardLook.Title(change == HoldChange.Place ? $"Legal hold on case {@case.Reference}" : $"Release the hold on case {@case.Reference}"),
        CardLook.Words(change == HoldChange.Place
            ? "While a case is on hold nothing of it is deleted, however old it is. Place a hold when a solicitor, a court, the police or somebody's request for their data may need it."
            : "After the release the case is deleted when its retention time is over. If that time has passed already, it is deleted the next night."),
        new AdaptiveTextInput
        {
            Id = CardParts.ReasonField,
            Label = "Reason, for the file (needed)",
            IsMultiline = true,
            MaxLength = MaxTyped,
        },
        CardLook.Buttons(change == HoldChange.Place
            ? CardParts.Press("Place the hold", CustodyVerbs.Hold, @case)
            : CardParts.Press("Release the hold", CustodyVerbs.Release, @case)));

    public AdaptiveCard Answer(Case @case, CaseOutcome outcome) => CardLook.Card(
        CardLook.Title($"Case {@case.Reference}"),
        CardLook.Words(Sentence(@case, outcome)));

    private string Sentence(Case @case, CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Recorded { Event: HoldPlaced } =>
            "The case is on legal hold. Nothing of it is deleted, however old it is, until somebody who decides releases it.",
        CaseOutcome.Recorded => "The hold is released. The case is deleted when its retention time is over.",
        CaseOutcome.NotAllowed { Why: Refusal.AlreadyOnHold } =>
            $"Nothing has changed: the case has been on hold since {clock.Say(@case.Hold!.Since)}.",
        CaseOutcome.NotAllowed { Why: Refusal.NotOnHold } => "Nothing has changed: the case is not on hold.",
        CaseOutcome.NotAllowed { Why: Refusal.BeingDeleted } =>
            "Nothing has changed: the retention time of this case is over, and its deletion has begun.",
        CaseOutcome.NotAllowed { Why: Refusal.TextTooLong } =>
            "Nothing has changed: the reason is longer than 4,000 characters. Please make it shorter.",
        _ => throw new UnreachableException(),
    };
}
