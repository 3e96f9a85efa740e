using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>
/// A span and two figures for each turn, from its arrival to its end, waiting for the turn before it included. What the bot says on its
/// own comes as events and is left out: <c>Delivery</c> traces that.
/// </summary>
internal sealed class TurnTrace(TimeProvider time) : Microsoft.Bot.Builder.IMiddleware
{
    private const string TypeTag = "rowcroft.activity.type";
    private const string RouteTag = "rowcroft.route";

    private static readonly string[] Types = [ActivityTypes.Message, ActivityTypes.Invoke, ActivityTypes.InstallationUpdate, ActivityTypes.ConversationUpdate];

    private static readonly Counter<long> Turns =
        Instruments.Meter.CreateCounter<long>("rowcroft.turns", "{turn}", "Turns, by type, route and outcome");

    private static readonly Histogram<double> Duration = Instruments.Meter.CreateHistogram(
        "rowcroft.turn.duration",
        "s",
        "How long a turn took, from its arrival to its end",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15] });

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        if (turnContext.Activity.Type == ActivityTypes.Event)
        {
            await next(cancellationToken);
            return;
        }

        var (began, notes) = (time.GetTimestamp(), new TurnNotes());
        turnContext.TurnState.Add(notes);
        using var span = Instruments.Traces.StartActivity("turn");
        try
        {
            await next(cancellationToken);
        }
        catch (Exception exception)
        {
            // Answered further out, by TurnErrors: here it is only counted.
            notes.HasFailed();
            span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", exception.GetType().FullName);
            throw;
        }
        finally
        {
            Tell(turnContext.Activity.Type, notes, span, time.GetElapsedTime(began));
        }
    }

    private static void Tell(string? type, TurnNotes notes, System.Diagnostics.Activity? span, TimeSpan took)
    {
        // The type is the caller's word: one that is none of ours is not passed on.
        var tags = new TagList
        {
            { TypeTag, Types.Contains(type) ? type : "other" },
            { RouteTag, notes.Route ?? "none" },
            { Instruments.Outcome, notes.Outcome },
        };
        Turns.Add(1, tags);
        Duration.Record(took.TotalSeconds, tags);
        foreach (var (name, value) in span is null ? default : tags)
        {
            span!.SetTag(name, value);
        }
    }
}
