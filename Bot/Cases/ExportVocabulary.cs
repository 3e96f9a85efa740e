namespace Rowcroft.TeamsBot.Cases;

/// <summary>Whom a case's evidence is handed to. Everybody but <see cref="Practice"/> is an outsider and is told as little as will do.</summary>
internal enum ExportAudience
{
    Police,

    /// <summary>A solicitor, the LMC, a defence organisation: somebody who advises the practice.</summary>
    Adviser,

    /// <summary>The company on whose platform the post stands.</summary>
    Platform,

    /// <summary>Somebody inside the practice.</summary>
    Practice,
}

/// <summary>Which files are handed over.</summary>
internal enum ExportCopies
{
    /// <summary>The newest redacted copy of each file; the original only where there is none, and for outsiders only with a reason.</summary>
    Redacted,

    /// <summary>The files as they were received; for outsiders only with a reason.</summary>
    Originals,
}

/// <summary>One file that was handed over.</summary>
/// <param name="Sha256">Of the file in the bundle: the original, or its redacted copy.</param>
internal sealed record ExportedFile(EvidenceId Evidence, string Sha256);
