using Microsoft.Bot.Builder;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>What the routers find out about a turn, for its trace and its figures. Words from the routing table alone, never typed ones.</summary>
internal sealed class TurnNotes
{
    public const string Done = "done";
    public const string Failed = "failed";
    public const string TurnedAway = "turned away";

    /// <summary>The word, submission or verb as it stands in <see cref="Routes"/>; <c>null</c> for what has no route.</summary>
    public string? Route { get; private set; }

    public string Outcome { get; private set; } = Done;

    public static void Went(ITurnContext turn, string route) => Change(turn, notes => notes.Route = route);

    public static void WasTurnedAway(ITurnContext turn) => Change(turn, notes => notes.Outcome = TurnedAway);

    public void HasFailed() => Outcome = Failed;

    private static void Change(ITurnContext turn, Action<TurnNotes> change)
    {
        // There are none in a turn that did not come through the adapter's door.
        if (turn.TurnState.Get<TurnNotes>() is { } notes)
        {
            change(notes);
        }
    }
}
