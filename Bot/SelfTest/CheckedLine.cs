using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.SelfTest;

/// <summary>One line of a self-test: fine (healthy), to be looked at (degraded) or broken (unhealthy).</summary>
/// <param name="ToDo">The one thing to do; <c>null</c> when it is fine.</param>
internal sealed record CheckedLine(string Title, HealthStatus Status, string Sentence, string? ToDo)
{
    /// <summary>Under this name a check's data says what to do, when that depends on what was found.</summary>
    public const string ToDoKey = "to do";

    /// <summary>What is broken first, then what is to be looked at.</summary>
    /// <param name="practice">Whose administrators read it; <c>null</c> for readers who may read no names.</param>
    public static IReadOnlyList<CheckedLine> Of(HealthReport report, PracticeId? practice) =>
        [.. report.Entries.OrderBy(entry => CheckWords.PlaceOf(entry.Key)).Select(entry => Of(entry.Key, entry.Value, practice)).OrderBy(line => line.Status)];

    /// <summary>One check as strangers may read it.</summary>
    public static CheckedLine Public(string name, HealthReportEntry entry) => Of(name, entry, practice: null);

    private static string PublicSentence(HealthReportEntry entry) => entry.Exception switch
    {
        null => entry.Description ?? "",
        OperationCanceledException => "It did not answer in time.",
        var exception => $"The check itself failed ({exception.GetType().Name}).",
    };

    private static CheckedLine Of(string name, HealthReportEntry entry, PracticeId? practice)
    {
        var found = practice is { } id && entry.Data.TryGetValue(id.Value, out var inside) ? inside as PracticeFinding : null;
        var status = found?.Status ?? entry.Status;
        var toDo = found is not null ? found.ToDo : entry.Data.GetValueOrDefault(ToDoKey) as string ?? FirstOf(entry);
        return new CheckedLine(
            CheckWords.TitleOf(name),
            status,
            found is null ? PublicSentence(entry) : found.Inside ?? found.Sentence,
            status == HealthStatus.Healthy ? null : toDo ?? CheckWords.ToDoFor(name));
    }

    private static string? FirstOf(HealthReportEntry entry) =>
        entry.Data.Values.OfType<PracticeFinding>().OrderBy(finding => finding.Status).Select(finding => finding.ToDo).FirstOrDefault();
}
