using System.Collections.Immutable;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.Connector;

namespace Rowcroft.LocalTeams.Faults;

/// <summary>What is about to go wrong, in the order it was asked for.</summary>
internal sealed class FaultPlan(News news)
{
    private readonly Lock _gate = new();
    private ImmutableList<Fault> _faults = [];

    public IReadOnlyList<Fault> Coming => _faults;

    public void Add(Fault fault)
    {
        lock (_gate)
        {
            _faults = _faults.Add(fault);
        }

        Tell();
    }

    public void Clear()
    {
        lock (_gate)
        {
            _faults = [];
        }

        Tell();
    }

    /// <summary>Uses up one of the faults that concern the operation; null when there is none.</summary>
    public Fault? Take(ConnectorOperation operation)
    {
        Fault fault;
        lock (_gate)
        {
            var at = _faults.FindIndex(coming => coming.Operation == operation || coming.Operation == ConnectorOperation.Any);
            if (at < 0)
            {
                return null;
            }

            fault = _faults[at];
            _faults = fault.Times > 1 ? _faults.SetItem(at, fault with { Times = fault.Times - 1 }) : _faults.RemoveAt(at);
        }

        Tell();
        return fault;
    }

    private void Tell() => news.Publish(new() { ["kind"] = "faults" });
}
