using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Exports.Bundles;

/// <summary>A file of the case cannot be handed over as it was received.</summary>
internal sealed class BundleException(EvidenceId evidence, string why) : Exception($"Evidence {evidence} {why}.")
{
    public EvidenceId Evidence => evidence;
}
