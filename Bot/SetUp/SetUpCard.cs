using AdaptiveCards;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.SetUp;

/// <summary>The form in which a practice says how it works. What the configuration decides is shown and cannot be changed here.</summary>
internal static class SetUpCard
{
    public const string Summary = "The bot's settings for this practice";

    private const int MaxName = 80;
    private const int MaxPeople = 2_000;
    private const int MaxClosures = 1_500;

    public static AdaptiveCard Draw(SetUpView view)
    {
        var form = view.Form;
        return CardLook.Card(
        [
            CardLook.Title(view.Settings.IsSetUp ? "Settings of this practice" : "Set up the bot for this team"),
            CardLook.Words(
                "This team is the practice: everybody in it can report, and nobody else. Only whoever added me here first, or an administrator "
                + "named by whoever runs me, can save this. Those who decide are told of every change."),
            .. view.News is { } news ? (AdaptiveElement[])[SetUpBlocks.Problem(news)] : [],
            .. Field(view, PracticeSetting.Name, "Practice", SetUpFields.Name, Name(form)),
            .. Field(view, PracticeSetting.ReferencePrefix, "References begin with", SetUpFields.Prefix, Prefix(form)),
            CardLook.Heading("Who decides"),
            .. Field(view, PracticeSetting.Managers, "Practice manager", SetUpFields.Managers, People(view, SetUpFields.Managers, "Practice manager (or managers)", form.Managers)),
            .. Field(view, PracticeSetting.Deputies, "Deputy", SetUpFields.Deputies, People(view, SetUpFields.Deputies, "Deputies: they decide with the manager, and alone when the manager is concerned", form.Deputies)),
            .. Field(view, PracticeSetting.Partners, "Partner", SetUpFields.Partners, People(view, SetUpFields.Partners, "GP partners: they decide when neither a manager nor a deputy may", form.Partners)),
            CardLook.Heading("Weekly summary"),
            .. Field(view, PracticeSetting.Channel, "Channel", SetUpFields.Channel, Channel(view, form)),
            .. Field(view, PracticeSetting.SummaryTime, "When", SetUpFields.Day, Day(form), SetUpFields.Time, Time(SetUpFields.Time, "At", form.Time)),
            CardLook.Heading("Opening hours"),
            .. Field(view, PracticeSetting.OpeningHours, "Open", SetUpFields.Opens, Time(SetUpFields.Opens, "Opens (Monday to Friday)", form.Opens), SetUpFields.Closes, Time(SetUpFields.Closes, "Closes", form.Closes)),
            .. Field(view, PracticeSetting.Closures, "Closed on", SetUpFields.Closures, Closures(form)),
            CardLook.Buttons(SetUpBlocks.Press("Save", SetUpVerbs.Save, view.Settings, "positive")),
        ]);
    }

    /// <summary>The field and what is wrong with it, or what the configuration says.</summary>
    private static IEnumerable<AdaptiveElement> Field(
        SetUpView view, PracticeSetting setting, string label, string field, AdaptiveInput input, string? second = null, AdaptiveInput? beside = null)
    {
        if (view.Settings.Fixed.TryGetValue(setting, out var key))
        {
            return [CardLook.Fact(label, SetUpWords.Say(setting, view)), CardLook.Small($"Fixed by whoever runs the bot ({key}).")];
        }

        var wrong = view.Problems.Where(problem => problem.Field == field || problem.Field == second).Select(problem => SetUpBlocks.Problem(problem.Sentence));
        return beside is null ? [input, .. wrong] : [input, beside, .. wrong];
    }

    private static AdaptiveTextInput Name(SetUpForm form) => new()
    {
        Id = SetUpFields.Name,
        Label = "What is the practice called?",
        MaxLength = MaxName,
        Value = Shown(form.Name, MaxName),
    };

    private static AdaptiveTextInput Prefix(SetUpForm form) => new()
    {
        Id = SetUpFields.Prefix,
        Label = "What should references begin with? Two to six letters; it cannot be changed once there are cases",
        Placeholder = "RMC",
        MaxLength = 6,
        Value = Shown(form.Prefix, 6),
    };

    private static AdaptiveInput People(SetUpView view, string field, string label, string value)
    {
        if (view.IsByName)
        {
            return new AdaptiveTextInput
            {
                Id = field,
                Label = label,
                Placeholder = "Sign-in names, one on each line",
                IsMultiline = true,
                MaxLength = MaxPeople,
                Value = Shown(value, MaxPeople),
            };
        }

        var input = new AdaptiveChoiceSetInput
        {
            Id = field,
            Label = label,
            Style = AdaptiveChoiceInputStyle.Compact,
            IsMultiSelect = true,
            Wrap = true,
            Value = Shown(value, MaxPeople),
            Choices = [.. view.People.Select(person => new AdaptiveChoice { Title = SetUpWords.Short(person.Name), Value = person.Id.Value })],
        };
        return input;
    }

    private static AdaptiveChoiceSetInput Channel(SetUpView view, SetUpForm form) => new()
    {
        Id = SetUpFields.Channel,
        Label = view.Channels.Count > 0 ? "In which channel?" : "In which channel? Teams cannot list them just now, so it stays as it is",
        Style = AdaptiveChoiceInputStyle.Compact,
        Value = view.Channels.Any(channel => channel.Id == form.Channel) ? form.Channel : "",
        Choices =
        [
            new AdaptiveChoice { Title = "The one in which I was added", Value = "" },
            .. view.Channels.Select(channel => new AdaptiveChoice { Title = SetUpWords.Short(channel.Name), Value = channel.Id }),
        ],
    };

    private static AdaptiveChoiceSetInput Day(SetUpForm form) => new()
    {
        Id = SetUpFields.Day,
        Label = "On which day?",
        Style = AdaptiveChoiceInputStyle.Compact,
        Value = form.Day.Length == 0 ? null : form.Day,
        Choices = [.. SetUpWords.Week.Select(day => new AdaptiveChoice { Title = day.ToString(), Value = day.ToString() })],
    };

    private static AdaptiveTimeInput Time(string field, string label, string value) => new()
    {
        Id = field,
        Label = label,
        Value = value.Length == 0 ? null : value,
    };

    private static AdaptiveTextInput Closures(SetUpForm form) => new()
    {
        Id = SetUpFields.Closures,
        Label = "On which days is the practice closed, beside weekends and bank holidays? One on each line",
        Placeholder = "24/12/2026",
        IsMultiline = true,
        MaxLength = MaxClosures,
        Value = Shown(form.Closures, MaxClosures),
    };

    private static string? Shown(string text, int most) => text.Length == 0 ? null : text[..Math.Min(text.Length, most)];
}
