namespace Rowcroft.TeamsBot.Cases;

/// <summary>While a case is on hold nothing of it is deleted, however old it is: a solicitor, a court or somebody's request may need it.</summary>
/// <param name="Reason">As the person wrote it, or <see cref="LegalReferral"/>.</param>
internal sealed record LegalHold(NamedPerson By, DateTimeOffset Since, string Reason)
{
    /// <summary>The reason of a hold that comes with a decision to seek legal advice.</summary>
    public const string LegalReferral = "Legal referral";
}
