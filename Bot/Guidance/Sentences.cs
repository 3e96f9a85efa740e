namespace Rowcroft.TeamsBot.Guidance;

/// <summary>Sentences that promise or warn and are therefore said the same way everywhere.</summary>
/// <param name="HashReceipt">What the hash of a screenshot shows, and what it does not.</param>
/// <param name="OriginalInOneDrive">Teams keeps an attached file in the sender's OneDrive; purging our copy does not purge theirs.</param>
/// <param name="OriginalIsYours">The same once more when the report has come to its end, when the sender may want to tidy up.</param>
/// <param name="PublicReply">A reply for the practice to copy. The same for everyone, so that it never shows who is a patient.</param>
internal sealed record Sentences(
    string DoNotReply,
    string HashReceipt,
    string OriginalInOneDrive,
    string OriginalIsYours,
    string NoPublicPatientFacts,
    string PublicReply);
