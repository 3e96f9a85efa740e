using System.Collections.Immutable;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.Connector;

namespace Rowcroft.LocalTeams.Faults;

/// <summary>What is about to go wrong, in the order it was asked for.</summary>
internal sealed class FaultPlan(News news)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(ConnectorOperation Operation, string? Conversation), int> _calls = [];
    private ImmutableList<Fault> _faults = [];
    private FaultRhythm? _rhythm;
    private int _hanging;
    private int _gaveUp;
    private int _happened;

    public IReadOnlyList<Fault> Coming => _faults;

    /// <summary>How many calls get no answer just now.</summary>
    public int Hanging => Volatile.Read(ref _hanging);

    /// <summary>How many calls got no answer until their callers gave up.</summary>
    public int GivenUp => Volatile.Read(ref _gaveUp);

    /// <summary>How many calls went wrong because of a rhythm.</summary>
    public int Happened => Volatile.Read(ref _happened);

    /// <summary>From now on, beside what is added one at a time; it counts from its own beginning.</summary>
    public FaultRhythm? Rhythm
    {
        get => _rhythm;
        set
        {
            lock (_gate)
            {
                _rhythm = value;
                _calls.Clear();
            }
        }
    }

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

    /// <summary>A call begins to get no answer; disposing ends it.</summary>
    public IDisposable Hang() => new HangingCall(this);

    /// <summary>Uses up one of the faults that concern the operation, or else asks the rhythm; null when the call works.</summary>
    /// <param name="conversation">In which it is; null where there is none yet.</param>
    public Fault? Take(ConnectorOperation operation, string? conversation)
    {
        Fault fault;
        lock (_gate)
        {
            var at = _faults.FindIndex(coming => coming.Operation == operation || coming.Operation == ConnectorOperation.Any);
            if (at < 0)
            {
                return InRhythm(operation, conversation);
            }

            fault = _faults[at];
            _faults = fault.Times > 1 ? _faults.SetItem(at, fault with { Times = fault.Times - 1 }) : _faults.RemoveAt(at);
        }

        Tell();
        return fault;
    }

    private Fault? InRhythm(ConnectorOperation operation, string? conversation)
    {
        if (_rhythm is not { } rhythm || rhythm.EveryIn(conversation) is not { } every)
        {
            return null;
        }

        var number = _calls[(operation, conversation)] = _calls.GetValueOrDefault((operation, conversation)) + 1;
        if (number % every != 0)
        {
            return null;
        }

        _happened++;
        return new Fault(operation, rhythm.Kind, RetryAfterSeconds: rhythm.RetryAfterSeconds);
    }

    private void Tell() => news.Publish(new() { ["kind"] = "faults" });

    private sealed class HangingCall : IDisposable
    {
        private readonly FaultPlan _plan;

        public HangingCall(FaultPlan plan)
        {
            _plan = plan;
            Interlocked.Increment(ref plan._hanging);
        }

        public void Dispose()
        {
            Interlocked.Decrement(ref _plan._hanging);
            Interlocked.Increment(ref _plan._gaveUp);
        }
    }
}
