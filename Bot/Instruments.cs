using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Rowcroft.TeamsBot;

/// <summary>
/// Where each room says what it did and how long it took: ids, counts and words of our own, never what people wrote or are called. Nobody
/// listens, and next to nothing is done, unless the section <c>Telemetry</c> says to whom it goes.
/// </summary>
internal static class Instruments
{
    public const string Name = "Rowcroft.TeamsBot";

    public const string Outcome = "rowcroft.outcome";

    public static readonly ActivitySource Traces = new(Name);

    public static readonly Meter Meter = new(Name);
}
