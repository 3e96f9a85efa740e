using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.People;

/// <summary>Puts configuration and choices together. Configuration wins; it speaks of one practice, all others are what was chosen for them.</summary>
internal sealed class PracticeConfiguration(IConfiguration configuration, IOptions<PracticeOptions> options)
{
    private const string SummaryCron = "WeeklySummary:Cron";
    private const string SummaryChannel = "Delivery:ChannelId";

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);
    private readonly Dictionary<PracticeSetting, string> _fixed = FixedIn(configuration);

    /// <param name="row"><c>null</c> before the bot was added to the practice's team.</param>
    public PracticeSettings Apply(PracticeId practice, PracticeRow? row) =>
        practice == new PracticeId(options.Value.Id) ? OfConfigured(practice, row) : Of(practice, row);

    private PracticeSettings Of(PracticeId practice, PracticeRow? row)
    {
        var chosen = PracticeChoices.Read(row?.Choices ?? "{}");
        return new PracticeSettings
        {
            Id = practice,
            Name = chosen.Name ?? "",
            ReferencePrefix = row?.ReferencePrefix ?? "",
            Managers = chosen.Managers ?? [],
            Deputies = chosen.Deputies ?? [],
            Partners = chosen.Partners ?? [],
            ChannelId = chosen.ChannelId,
            SummaryCron = Cron(chosen) ?? PracticeOptions.DefaultSummaryCron,
            Calendar = Calendar(chosen.Closures ?? [], chosen.Opens, chosen.Closes),
            DecisionWorkingDays = options.Value.DecisionWorkingDays,
            UrgentDecisionWorkingDays = options.Value.UrgentDecisionWorkingDays,
            TeamId = row?.TeamId,
            InstalledBy = row?.InstalledBy,
            Version = row?.Version ?? 0,
            Choices = chosen,
        };
    }

    private PracticeSettings OfConfigured(PracticeId practice, PracticeRow? row)
    {
        var (chosen, said) = (Of(practice, row), options.Value);
        return chosen with
        {
            Name = Wins(PracticeSetting.Name, said.Name, chosen.Choices.Name),
            ReferencePrefix = Wins(PracticeSetting.ReferencePrefix, said.ReferencePrefix, row?.ReferencePrefix),
            Managers = Wins(PracticeSetting.Managers, Named(said.Managers), chosen.Choices.Managers),
            Deputies = Wins(PracticeSetting.Deputies, Named(said.Deputies), chosen.Choices.Deputies),
            Partners = Wins(PracticeSetting.Partners, Named(said.Partners), chosen.Choices.Partners),
            ChannelId = IsFixed(PracticeSetting.Channel) ? configuration[SummaryChannel] : chosen.ChannelId,
            SummaryCron = IsFixed(PracticeSetting.SummaryTime) ? configuration[SummaryCron]! : chosen.SummaryCron,
            Calendar = Calendar(
                Wins(PracticeSetting.Closures, [.. said.Closures], chosen.Choices.Closures),
                IsFixed(PracticeSetting.OpeningHours) ? said.Opens : chosen.Choices.Opens,
                IsFixed(PracticeSetting.OpeningHours) ? said.Closes : chosen.Choices.Closes),
            Fixed = _fixed,
        };
    }

    private bool IsFixed(PracticeSetting setting) => _fixed.ContainsKey(setting);

    /// <summary>The configured value where there is one, else what was chosen, else what the options have by themselves.</summary>
    private T Wins<T>(PracticeSetting setting, T configured, T? chosen)
        where T : class => IsFixed(setting) ? configured : chosen ?? configured;

    private WorkingCalendar Calendar(IEnumerable<DateOnly> closures, TimeOnly? opens, TimeOnly? closes) =>
        new(_zone, closures.ToHashSet(), opens ?? WorkingCalendar.CoreOpens, closes ?? WorkingCalendar.CoreCloses);

    private static string? Cron(PracticeChoices chosen) => chosen is { SummaryDay: { } day, SummaryTime: { } time }
        ? FormattableString.Invariant($"{time.Minute} {time.Hour} * * {(int)day}")
        : null;

    /// <summary>An entry that is set to nothing comes out of the configuration as none.</summary>
    private static IReadOnlyList<string> Named(IEnumerable<string?> entries) =>
        [.. entries.OfType<string>().Select(entry => entry.Trim()).Where(entry => entry.Length > 0)];

    private static Dictionary<PracticeSetting, string> FixedIn(IConfiguration configuration)
    {
        (PracticeSetting Setting, string Key)[] keys =
        [
            (PracticeSetting.Name, Key(nameof(PracticeOptions.Name))),
            (PracticeSetting.ReferencePrefix, Key(nameof(PracticeOptions.ReferencePrefix))),
            (PracticeSetting.Managers, Key(nameof(PracticeOptions.Managers))),
            (PracticeSetting.Deputies, Key(nameof(PracticeOptions.Deputies))),
            (PracticeSetting.Partners, Key(nameof(PracticeOptions.Partners))),
            (PracticeSetting.Channel, SummaryChannel),
            (PracticeSetting.SummaryTime, SummaryCron),
            (PracticeSetting.OpeningHours, Key(nameof(PracticeOptions.Opens))),
            (PracticeSetting.OpeningHours, Key(nameof(PracticeOptions.Closes))),
            (PracticeSetting.Closures, Key(nameof(PracticeOptions.Closures))),
        ];
        return keys.Where(each => IsSaid(configuration.GetSection(each.Key)))
            .DistinctBy(each => each.Setting)
            .ToDictionary(each => each.Setting, each => each.Key);
    }

    private static bool IsSaid(IConfigurationSection section) =>
        !string.IsNullOrWhiteSpace(section.Value) || section.GetChildren().Any(entry => !string.IsNullOrWhiteSpace(entry.Value));

    private static string Key(string property) => $"{PracticeOptions.Section}:{property}";
}
