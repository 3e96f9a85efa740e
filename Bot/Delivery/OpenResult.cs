using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>What came of sending a report. A closed family.</summary>
internal abstract record OpenResult(Case Case)
{
    /// <summary>A new case.</summary>
    internal sealed record Opened(Case Case) : OpenResult(Case);

    /// <summary>This draft was sent before; nothing new is stored. The case is as it stands now.</summary>
    internal sealed record AlreadyOpen(Case Case) : OpenResult(Case);
}
