namespace Rowcroft.TeamsBot.Cases;

/// <summary>
/// What looked like an NHS number or a date of birth, was pointed out before sending, and was sent all the same.
/// </summary>
/// <param name="Masked">Where each stands and how it looks with stars in it; never the detail itself.</param>
/// <param name="Reason">Why it is needed, as the sender says.</param>
internal sealed record KeptPatientDetails(IReadOnlyList<string> Masked, string Reason)
{
    /// <summary>Together with what was kept later, for a reason of its own.</summary>
    public KeptPatientDetails And(KeptPatientDetails later) => new([.. Masked, .. later.Masked], $"{Reason}; {later.Reason}");
}
