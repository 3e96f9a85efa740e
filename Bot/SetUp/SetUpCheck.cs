using System.Globalization;
using System.Text.RegularExpressions;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.SetUp;

/// <summary>Whether a form can be stored. Everything that is wrong is said at once, each at its field.</summary>
/// <param name="people">The roster.</param>
/// <param name="channels">Of the team; empty when Teams could not say, and then the channel stays as it was.</param>
internal sealed partial class SetUpCheck(
    PracticeSettings settings, IReadOnlyList<Person> people, IReadOnlyList<(string Id, string Name)> channels)
{
    private const int MaxName = 80;
    private const int MaxClosures = 100;
    private const int MaxPeople = 20;

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
    private static readonly string[] Dates = ["d/M/yyyy", "yyyy-MM-dd", "d MMMM yyyy", "d MMM yyyy", "dddd d MMMM yyyy"];

    private readonly List<(string Field, string Sentence)> _problems = [];

    /// <summary>What is fixed by the configuration is not read at all.</summary>
    public CheckedSetUp Run(SetUpForm form)
    {
        var choices = settings.Choices with
        {
            Name = Take(PracticeSetting.Name, () => Name(form.Name), settings.Choices.Name),
            Managers = Take(PracticeSetting.Managers, () => Ids(SetUpFields.Managers, form.Managers), settings.Choices.Managers),
            Deputies = Take(PracticeSetting.Deputies, () => Ids(SetUpFields.Deputies, form.Deputies), settings.Choices.Deputies),
            Partners = Take(PracticeSetting.Partners, () => Ids(SetUpFields.Partners, form.Partners), settings.Choices.Partners),
            ChannelId = Take(PracticeSetting.Channel, () => Channel(form.Channel), settings.Choices.ChannelId),
            Closures = Take(PracticeSetting.Closures, () => Closures(form.Closures), settings.Choices.Closures),
        };
        if (!IsFixed(PracticeSetting.SummaryTime))
        {
            choices = choices with { SummaryDay = Day(form.Day), SummaryTime = Time(SetUpFields.Time, form.Time) };
        }

        if (!IsFixed(PracticeSetting.OpeningHours))
        {
            choices = choices with { Opens = Time(SetUpFields.Opens, form.Opens), Closes = Time(SetUpFields.Closes, form.Closes) };
            Require(choices.Opens is not { } opens || choices.Closes is not { } closes || opens < closes, SetUpFields.Closes, "The practice must close after it opens.");
        }

        var prefix = Take(PracticeSetting.ReferencePrefix, () => Prefix(form.Prefix), null);
        var deciders = Deciders(PracticeSetting.Managers, choices.Managers, settings.Managers) + Deciders(PracticeSetting.Deputies, choices.Deputies, settings.Deputies);
        Require(deciders > 0, SetUpFields.Managers, "Please choose at least one person who decides: the practice manager, or a deputy.");
        return new CheckedSetUp(choices, prefix, _problems);
    }

    private bool IsFixed(PracticeSetting setting) => settings.Fixed.ContainsKey(setting);

    private T? Take<T>(PracticeSetting setting, Func<T?> read, T? before)
        where T : class => IsFixed(setting) ? before : read();

    private int Deciders(PracticeSetting setting, IReadOnlyList<string>? chosen, IReadOnlyList<string> said) =>
        (IsFixed(setting) ? people.Named(said).Count : chosen?.Count) ?? 0;

    private string Name(string typed)
    {
        var name = string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Require(name.Length > 0, SetUpFields.Name, "Please write what the practice is called.");
        Require(name.Length <= MaxName, SetUpFields.Name, $"Please make the name at most {MaxName} characters long.");
        return name;
    }

    private string? Prefix(string typed)
    {
        var prefix = typed.ToUpperInvariant();
        Require(PrefixPattern().IsMatch(prefix), SetUpFields.Prefix, "Please choose two to six letters, such as RMC.");
        return prefix;
    }

    private List<string> Ids(string field, string typed)
    {
        var ids = new List<string>();
        foreach (var entry in typed.Split([',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (people.Named([entry]) is [var person])
            {
                ids.Add(person.Id.Value);
            }
            else
            {
                Require(false, field, $"{Short(entry)} is not on the team's roster. Add them to the team in Teams first, or choose somebody else.");
            }
        }

        Require(ids.Distinct().Count() <= MaxPeople, field, $"Please choose at most {MaxPeople} people.");
        return [.. ids.Distinct()];
    }

    private string? Channel(string typed)
    {
        if (typed.Length == 0 || channels.Count == 0)
        {
            return typed.Length == 0 ? null : settings.Choices.ChannelId;
        }

        Require(channels.Any(channel => channel.Id == typed), SetUpFields.Channel, "That channel is not there any more. Please choose another one.");
        return typed;
    }

    private DayOfWeek? Day(string typed)
    {
        var isDay = Enum.TryParse<DayOfWeek>(typed, out var day) && Enum.IsDefined(day);
        Require(isDay, SetUpFields.Day, "Please choose a weekday.");
        return isDay ? day : null;
    }

    private TimeOnly? Time(string field, string typed)
    {
        var isTime = TimeOnly.TryParseExact(typed, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        Require(isTime, field, "Please give a time, such as 09:00.");
        return isTime ? new TimeOnly(time.Hour, time.Minute) : null;
    }

    private List<DateOnly> Closures(string typed)
    {
        var days = new List<DateOnly>();
        foreach (var entry in typed.Split([',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var isDate = DateOnly.TryParseExact(entry, Dates, British, DateTimeStyles.AllowWhiteSpaces, out var day);
            Require(isDate, SetUpFields.Closures, $"{Short(entry)} is not a date that I can read. Please write it like 24/12/2026.");
            if (isDate)
            {
                days.Add(day);
            }
        }

        Require(days.Count <= MaxClosures, SetUpFields.Closures, $"Please give at most {MaxClosures} days.");
        return [.. days.Distinct().Order()];
    }

    private void Require(bool holds, string field, string sentence)
    {
        if (!holds && !_problems.Contains((field, sentence)))
        {
            _problems.Add((field, sentence));
        }
    }

    private static string Short(string entry) => entry.Length <= 40 ? entry : entry[..40] + "…";

    [GeneratedRegex("^[A-Z]{2,6}$")]
    private static partial Regex PrefixPattern();
}
