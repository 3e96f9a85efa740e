namespace Rowcroft.Bench;

/// <summary>How long and how hard to measure.</summary>
/// <param name="Concurrency">Conversations at once; each sends its next activity when the last one is answered.</param>
/// <param name="WarmUp">For each subject before its first round, so that the JIT compilers are done.</param>
/// <param name="Rounds">Each round visits every subject; the medians of the rounds are reported.</param>
/// <param name="Window">How long a subject is measured in one round.</param>
/// <param name="Conversations">After how many whole report conversations the bot's memory is read.</param>
internal sealed record Plan(int Concurrency, TimeSpan WarmUp, int Rounds, TimeSpan Window, int Conversations)
{
    public static Plan From(string[] args) => args switch
    {
        [] => new Plan(32, TimeSpan.FromSeconds(10), 3, TimeSpan.FromSeconds(10), 20_000),
        ["--quick"] => new Plan(32, TimeSpan.FromSeconds(4), 3, TimeSpan.FromSeconds(3), 2_000),
        _ => throw new ArgumentException("Usage: dotnet run -c Release --project bench [-- --quick | -- evidence]"),
    };
}
