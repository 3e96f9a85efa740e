using System.Diagnostics;
using System.Diagnostics.Metrics;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>A span for each time a message is taken up, within the trace of the turn that owed it, however much later that is.</summary>
internal static class OutboxTrace
{
    public const string Sent = "sent";
    public const string Expanded = "expanded";
    public const string Dropped = "dropped";
    public const string Later = "later";
    public const string Waits = "waits";
    public const string Dead = "dead";

    private const string KindTag = "rowcroft.message.kind";

    private static readonly Counter<long> Handled =
        Instruments.Meter.CreateCounter<long>("rowcroft.outbox.handled", "{message}", "Owed messages that were taken up, by kind and what came of it");

    /// <summary>For the column <see cref="OutboxRow.TraceParent"/>: where the code is that owes a message just now.</summary>
    public static string? Here => Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } now ? now.Id : null;

    public static Activity? Begin(OutboxRow row)
    {
        _ = ActivityContext.TryParse(row.TraceParent, null, out var owed);
        return Instruments.Traces.StartActivity("outbox message", ActivityKind.Consumer, owed)?
            .SetTag(KindTag, row.Kind)
            .SetTag("rowcroft.message.id", row.Id)
            .SetTag("rowcroft.message.recipient", row.Recipient.ToString())
            .SetTag("rowcroft.message.attempt", row.Attempts)
            .SetTag("rowcroft.case.id", row.CaseId?.ToString());
    }

    public static void Ended(OutboxRow row, string outcome)
    {
        Activity.Current?.SetTag(Instruments.Outcome, outcome);
        Handled.Add(1, new(KindTag, row.Kind), new(Instruments.Outcome, outcome));
    }
}
