namespace Rowcroft.TeamsBot.Guidance;

/// <summary>Where staff find help for themselves.</summary>
/// <param name="Everyone">Shown to everybody: the roster does not say who is a doctor.</param>
/// <param name="Doctors">Shown under "For doctors": nobody else is covered by them.</param>
internal sealed record Support(string Introduction, IReadOnlyList<SupportLine> Everyone, IReadOnlyList<SupportLine> Doctors);

/// <param name="Contact">A telephone number or how to get there.</param>
/// <param name="Hours"><c>null</c> when we could not confirm them: better none than wrong ones.</param>
internal sealed record SupportLine(string Name, string Contact, string? Hours, string For, Source Source);
