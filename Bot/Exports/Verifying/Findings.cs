namespace Rowcroft.TeamsBot.Exports.Verifying;

/// <summary>What a check has found so far: each thing that agrees and each that does not, in one sentence.</summary>
internal sealed class Findings
{
    private readonly List<string> _agree = [];
    private readonly List<string> _differ = [];

    public IReadOnlyList<string> Agree => _agree;

    public IReadOnlyList<string> Differ => _differ;

    public void Check(bool agrees, string right, string wrong) => (agrees ? _agree : _differ).Add(agrees ? right : wrong);

    public void Differs(string sentence) => _differ.Add(sentence);
}
