namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// Options and results are <see cref="object"/>, so a token passed one place too early compiles. It would
/// then be persisted as the dialog's state; refuse it instead.
/// </summary>
internal static class Misplaced
{
    public static void Refuse(object value, string parameter)
    {
        if (value is CancellationToken)
        {
            throw new ArgumentException($"{parameter} cannot be a cancellation token", parameter);
        }
    }
}
