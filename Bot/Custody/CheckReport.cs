namespace Rowcroft.TeamsBot.Custody;

/// <summary>What a check has read, and what was not as it should be.</summary>
/// <param name="Certificates">Of cases that were purged.</param>
internal sealed record CheckReport(int Cases, int Events, int Files, int Certificates, IReadOnlyList<CustodyFinding> Findings)
{
    public static readonly CheckReport Nothing = new(0, 0, 0, 0, []);

    public CheckReport And(CheckReport other) => new(
        Cases + other.Cases,
        Events + other.Events,
        Files + other.Files,
        Certificates + other.Certificates,
        [.. Findings, .. other.Findings]);
}
