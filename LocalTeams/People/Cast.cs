namespace Rowcroft.LocalTeams.People;

/// <summary>Everybody on the page. All of them are invented.</summary>
internal static class Cast
{
    private const string Domain = "rowcroft-medical.example";

    public static Person Receptionist { get; } = Of("receptionist", "Robin", "Marsh", "Receptionist", 1);

    public static Person Nurse { get; } = Of("nurse", "Priya", "Anand", "Practice nurse", 2);

    public static Person Manager { get; } = Of("manager", "Morgan", "Hale", "Practice manager", 3);

    public static Person Deputy { get; } = Of("deputy", "Sam", "Okafor", "GP partner, deputy", 4, "Dr Sam Okafor");

    /// <summary>Has an account in the same tenant, and is not on the practice's roster.</summary>
    public static Person Stranger { get; } = Of("stranger", "Casey", "Vale", "Not on the roster", 5);

    public static IReadOnlyList<Person> Staff { get; } = [Receptionist, Nurse, Manager, Deputy];

    public static IReadOnlyList<Person> Everyone { get; } = [.. Staff, Stranger];

    private static Person Of(string key, string given, string surname, string job, int number, string? name = null) =>
        new(
            key,
            name ?? $"{given} {surname}",
            given,
            surname,
            job,
            Guid.Parse($"5eed0000-0000-4000-8000-{number:D12}"),
            $"{given}.{surname}@{Domain}".ToLowerInvariant());
}
