namespace Rowcroft.Bench.Results;

/// <summary>A promise about a number, and the number.</summary>
internal sealed record Target(string Sentence, double Measured, double Limit, bool AtLeast, string Unit)
{
    public bool Met => AtLeast ? Measured >= Limit : Measured <= Limit;

    public override string ToString() =>
        $"{(Met ? "met   " : "MISSED")}  {Sentence}: {Measured:0.00}{Unit} (target {(AtLeast ? "at least" : "at most")} {Limit:0.##}{Unit})";
}
