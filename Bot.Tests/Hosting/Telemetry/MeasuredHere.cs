using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Rowcroft.TeamsBot.Tests.Hosting.Telemetry;

/// <summary>What the bot's instruments are told by whoever runs in this test's own flow: other tests measure at the same time.</summary>
internal sealed class MeasuredHere : IDisposable
{
    private readonly AsyncLocal<bool> _here = new() { Value = true };
    private readonly ConcurrentQueue<(string Instrument, double Value, string Tags)> _told = new();
    private readonly MeterListener _listener = new();

    public MeasuredHere()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Instruments.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.Start();
    }

    public IReadOnlyList<double> Of(string instrument) => [.. _told.Where(told => told.Instrument == instrument).Select(told => told.Value)];

    public IReadOnlyList<string> TagsOf(string instrument) => [.. _told.Where(told => told.Instrument == instrument).Select(told => told.Tags)];

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (_here.Value)
        {
            _told.Enqueue((instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
        }
    }
}
