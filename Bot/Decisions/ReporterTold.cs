namespace Rowcroft.TeamsBot.Decisions;

/// <summary>Whether the reporter has been sent the outcome. Sent is all that can be known: Teams does not say what was read.</summary>
internal abstract record ReporterTold
{
    private ReporterTold()
    {
    }

    /// <summary>It is on its way.</summary>
    internal sealed record NotYet : ReporterTold;

    internal sealed record Sent(DateTimeOffset At) : ReporterTold;

    /// <summary>Teams does not let the bot write to them.</summary>
    internal sealed record CouldNotReach : ReporterTold;
}
