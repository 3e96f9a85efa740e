namespace Rowcroft.TeamsBot.Security;

/// <summary>Something in a text that looks as if it tells who a patient is. The thing itself is not in here, so that it goes nowhere.</summary>
/// <param name="Masked">As it may be shown, kept and logged: <c>943 *** ****</c>, <c>**/**/****</c>.</param>
internal sealed record PatientDetail(PatientDetailKind Kind, string Masked)
{
    /// <summary>What it is, and how it looks with stars in it, for a person to read.</summary>
    public string Said => $"{(Kind == PatientDetailKind.NhsNumber ? "NHS number" : "date of birth")} {Masked}";
}

internal enum PatientDetailKind
{
    /// <summary>Ten digits whose last fits the other nine (Modulus 11).</summary>
    NhsNumber,

    /// <summary>A date that is called a date of birth, or stands beside an NHS number.</summary>
    DateOfBirth,
}
