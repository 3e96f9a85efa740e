using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Rowcroft.TeamsBot.SelfTest;

/// <summary>A check's result with the one thing to do.</summary>
internal static class Found
{
    public static HealthCheckResult Fine(string sentence) => HealthCheckResult.Healthy(sentence);

    public static HealthCheckResult Look(string sentence, string toDo) => HealthCheckResult.Degraded(sentence, data: Data(toDo));

    public static HealthCheckResult Broken(string sentence, string toDo) => HealthCheckResult.Unhealthy(sentence, data: Data(toDo));

    private static Dictionary<string, object> Data(string toDo) => new() { [CheckedLine.ToDoKey] = toDo };
}
