using System.Diagnostics;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.SetUp;

/// <summary>Settings in words, for the card and for those who are told of a change.</summary>
internal static class SetUpWords
{
    private const string None = "nobody";

    public static readonly IReadOnlyList<DayOfWeek> Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static string Label(PracticeSetting setting) => setting switch
    {
        PracticeSetting.Name => "Practice",
        PracticeSetting.ReferencePrefix => "References begin with",
        PracticeSetting.Managers => "Practice manager",
        PracticeSetting.Deputies => "Deputies",
        PracticeSetting.Partners => "GP partners",
        PracticeSetting.Channel => "Summary in",
        PracticeSetting.SummaryTime => "Summary on",
        PracticeSetting.OpeningHours => "Open",
        PracticeSetting.Closures => "Closed on",
        _ => throw new UnreachableException(),
    };

    public static string Say(PracticeSetting setting, SetUpView view) => setting switch
    {
        PracticeSetting.Name => view.Settings.Name is { Length: > 0 } name ? name : "no name yet",
        PracticeSetting.ReferencePrefix => view.Settings.ReferencePrefix is { Length: > 0 } prefix ? prefix : "nothing yet",
        PracticeSetting.Managers => Names(view, view.Settings.Managers),
        PracticeSetting.Deputies => Names(view, view.Settings.Deputies),
        PracticeSetting.Partners => Names(view, view.Settings.Partners),
        PracticeSetting.Channel => Channel(view),
        PracticeSetting.SummaryTime => SummaryTime.Parse(view.Settings.SummaryCron) is { } at
            ? $"{at.Day}s at {SetUpForm.Clock(at.Time)}"
            : $"the times of \"{view.Settings.SummaryCron}\"",
        PracticeSetting.OpeningHours =>
            $"{SetUpForm.Clock(view.Settings.Calendar.Opens)} to {SetUpForm.Clock(view.Settings.Calendar.Closes)}, Monday to Friday",
        PracticeSetting.Closures => view.Settings.Calendar.Closures.Count == 0
            ? "weekends and bank holidays only"
            : string.Join(", ", view.Settings.Calendar.Closures.Order().Select(SetUpForm.Date)),
        _ => throw new UnreachableException(),
    };

    public static string Short(string name) => name.Length <= 60 ? name : name[..(char.IsHighSurrogate(name[59]) ? 59 : 60)] + "…";

    private static string Names(SetUpView view, IReadOnlyList<string> entries)
    {
        var names = view.People.Named(entries).Select(person => Short(person.Name)).ToList();
        var absent = entries.Count(entry => entry.Trim().Length > 0) - names.Count;
        return (names.Count, absent) switch
        {
            (0, <= 0) => None,
            (0, _) => $"{absent} who cannot be found on the team's roster",
            (_, <= 0) => string.Join(", ", names),
            _ => $"{string.Join(", ", names)}, and {absent} who cannot be found on the team's roster",
        };
    }

    private static string Channel(SetUpView view) => view.Settings.ChannelId is not { } id
        ? "the channel in which I was added"
        : view.Channels.FirstOrDefault(channel => channel.Id == id) is { Name: { } name } ? name
        : view.Channels.Count == 0 ? "a channel whose name Teams cannot say just now"
        : "a channel that is not there any more; it goes to the first one";
}
