using System.Diagnostics;
using System.Globalization;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>What is wrong, in one sentence: for the alert and for the command line.</summary>
internal static class FindingSentences
{
    public static string For(FindingKind kind, int? place) => kind switch
    {
        FindingKind.FileChanged => "The file is not what was sealed: its content has changed.",
        FindingKind.FileMissing => "The file is missing.",
        FindingKind.FileUnreadable => "The file cannot be opened: its key is lost, or the store does not give it.",
        FindingKind.FileNotInChain => "No event of the case tells of this file.",
        FindingKind.FileWithoutCase => "The case that this file belongs to is missing.",
        FindingKind.ChainBroken => string.Create(
            CultureInfo.InvariantCulture, $"The record of events is broken at event {place}: it was changed, removed or moved."),
        FindingKind.CaseDiffers => "The case is not what its events say: it was changed without a record.",
        FindingKind.CaseMissing => "A case with this number was opened and is missing.",
        FindingKind.CertificateBroken => "The certificate of its deletion was changed, or something of the case is still there.",
        _ => throw new UnreachableException(),
    };
}
