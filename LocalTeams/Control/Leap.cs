namespace Rowcroft.LocalTeams.Control;

/// <summary>How far the clock is moved forward.</summary>
internal sealed record Leap(double Hours);
