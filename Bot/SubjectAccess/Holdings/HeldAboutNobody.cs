using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.SubjectAccess.Holdings;

/// <summary>
/// Tables of which nothing goes into a copy, and why, with every column that this was thought through for. Whoever adds one has to
/// think it through again: a test compares.
/// </summary>
internal static class HeldAboutNobody
{
    public static readonly IReadOnlyDictionary<Type, (string Why, string[] Columns)> Tables = new Dictionary<Type, (string, string[])>
    {
        [typeof(CaseNumberRow)] = ("A counter.", ["Practice", "Year", "Last"]),
        [typeof(SummaryRow)] = ("Which week was summed up, without a name.", ["Practice", "WeekStart", "ClaimedAt"]),
        [typeof(CustodyRunRow)] = (
            "That the nightly check was made; who has the lease is a process.",
            ["Practice", "Night", "LeasedBy", "LeasedUntil", "FinishedAt", "Cases", "Events", "Files", "Findings"]),
        [typeof(InstallationRow)] = (
            "In which team the bot is, and under which id of its own.",
            ["Id", "Practice", "TeamId", "TeamName", "ChannelId", "ServiceUrl", "TenantId", "BotId", "InstalledAt", "RemovedAt", "RosterVersion"]),
        [typeof(CertificateRow)] = (
            "What is left of a deleted case: hashes, which say of nobody that they had to do with it.",
            ["CaseId", "Practice", "Year", "Number", "PurgedAt", "Document", "Hash"]),
        [typeof(DataProtectionKey)] = ("The key ring.", ["Id", "FriendlyName", "Xml"]),
    };

    /// <summary>Tables that hold a document, and beside it columns that repeat what it says; the document goes into the copy.</summary>
    public static readonly IReadOnlyDictionary<Type, string[]> Repeated = new Dictionary<Type, string[]>
    {
        [typeof(CaseRow)] =
        [
            "Id", "Practice", "Year", "Number", "Reporter", "Urgency", "Platform", "ReportedAt", "DueAt", "Status", "Version", "DecidedAt", "SettledAt",
            "LinkKey", "Document", "LastSequence", "LastHash",
        ],
        [typeof(CaseEventRow)] = ["CaseId", "Sequence", "Json", "PreviousHash", "Hash", "Actor", "At"],
        [typeof(BotStateRow)] = ["Key", "Json", "ETag", "QuietETag", "QuietSince"],
    };
}
