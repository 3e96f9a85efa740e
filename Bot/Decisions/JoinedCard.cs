using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>
/// Tells a reporter that reports of the same post are handled together, or no longer are. Not who else reported it, and not under which
/// reference.
/// </summary>
internal static class JoinedCard
{
    /// <param name="main">The case that decides for this report; <c>null</c> when it is this one.</param>
    public static AdaptiveCard Draw(Case @case, Case? main) => CardLook.Card(
    [
        CardLook.Title($"Your report {@case.Reference}"),
        main is not null && main.Reporter.Id == @case.Reporter.Id
            ? CardLook.Words($"You had reported the same post before, as {main.Reference}. Both reports are now handled together.")
            : CardLook.Words("Somebody else at the practice has reported the same post. Your reports are now handled together."),
        CardLook.Words("Your report stays valid under its own reference, and so do your screenshots. You need do nothing: when it is decided, you are told here."),
        CardLook.Words("Nobody who reported it learns from me who else did."),
        CardLook.Buttons(Blocks.Type("My reports", "my reports")),
    ]);

    public static AdaptiveCard DrawApart(Case @case) => CardLook.Card(
        CardLook.Title($"Your report {@case.Reference}"),
        CardLook.Words("I told you that somebody else had reported the same post. That was a mistake: it is another post after all."),
        CardLook.Words("Your report is looked at on its own again. You need do nothing: when it is decided, you are told here."));
}
