namespace Rowcroft.TeamsBot.Evidence;

/// <summary>What a scan found. A closed family.</summary>
internal abstract record ScanResult
{
    private ScanResult()
    {
    }

    /// <summary>No scanner is set up: nothing is known, and the file is treated as it would be without one.</summary>
    internal sealed record Off : ScanResult;

    internal sealed record Clean : ScanResult;

    /// <param name="Signature">What was found, as the scanner calls it; cleaned, so that it can be shown and logged.</param>
    internal sealed record Infected(string Signature) : ScanResult;

    /// <summary>The scanner could not be reached, did not answer in time, or could not take the file. To be asked again.</summary>
    internal sealed record Unavailable : ScanResult;
}
