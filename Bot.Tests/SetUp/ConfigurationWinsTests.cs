using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.SetUp;

/// <summary>Something was chosen on the card, and then the configuration says otherwise.</summary>
public sealed class ConfigurationWinsTests
{
    private static readonly PracticeRow Chosen = new()
    {
        Practice = CaseBuilder.Practice,
        TeamId = "19:team",
        ReferencePrefix = "CHO",
        Choices = new PracticeChoices
        {
            Name = "Chosen",
            Managers = ["chosen-manager"],
            Deputies = ["chosen-deputy"],
            Partners = ["chosen-partner"],
            ChannelId = "19:chosen",
            SummaryDay = DayOfWeek.Friday,
            SummaryTime = new TimeOnly(16, 0),
            Opens = new TimeOnly(9, 0),
            Closes = new TimeOnly(17, 0),
            Closures = [new DateOnly(2026, 12, 24)],
        }.Write(),
    };

    /// <summary>Setting, what it says, and how it reads in the settings then.</summary>
    public static TheoryData<string, string, string, string> Said => new()
    {
        { "Practice:Name", "Said", "Said", "Chosen" },
        { "Practice:ReferencePrefix", "SAI", "SAI", "CHO" },
        { "Practice:Managers:0", "said", "said", "chosen-manager" },
        { "Practice:Deputies:0", "said", "said", "chosen-deputy" },
        { "Practice:Partners:0", "said", "said", "chosen-partner" },
        { "Delivery:ChannelId", "19:said", "19:said", "19:chosen" },
        { "WeeklySummary:Cron", "30 8 * * 2", "30 8 * * 2", "0 16 * * 5" },
        { "Practice:Opens", "07:30:00", "07:30", "09:00" },
        { "Practice:Closes", "20:00:00", "20:00", "17:00" },
        { "Practice:Closures:0", "2026-12-28", "2026-12-28", "2026-12-24" },
    };

    [Theory]
    [MemberData(nameof(Said))]
    public void What_The_Configuration_Says_Counts_And_The_Rest_Stays_As_Chosen(string key, string value, string then, string before)
    {
        var untouched = Read(Apply(CaseBuilder.Practice));
        Assert.Equal(before, untouched[key]);

        var read = Read(Apply(CaseBuilder.Practice, (key, value)));
        Assert.Equal(then, read[key]);

        // Opening and closing stand on the card as one field, and are fixed together.
        var together = key is "Practice:Opens" or "Practice:Closes" ? ["Practice:Opens", "Practice:Closes"] : new[] { key };
        Assert.All(read.Where(each => !together.Contains(each.Key)), each => Assert.Equal(untouched[each.Key], each.Value));
    }

    [Theory]
    [MemberData(nameof(Said))]
    public void It_Speaks_Of_One_Practice_Alone(string key, string value, string then, string before)
    {
        Assert.NotEqual(then, before);
        Assert.Equal(before, Read(Apply(new("another"), (key, value)))[key]);
    }

    private static PracticeSettings Apply(Rowcroft.TeamsBot.Cases.PracticeId practice, params (string Key, string Value)[] said)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(said.Select(each => KeyValuePair.Create(each.Key, (string?)each.Value))).Build();
        var options = configuration.GetSection(PracticeOptions.Section).Get<PracticeOptions>() ?? new PracticeOptions();
        var row = new PracticeRow { Practice = practice, TeamId = Chosen.TeamId, ReferencePrefix = Chosen.ReferencePrefix, Choices = Chosen.Choices };
        return new PracticeConfiguration(configuration, Options.Create(options)).Apply(practice, row);
    }

    private static Dictionary<string, string> Read(PracticeSettings settings) => new()
    {
        ["Practice:Name"] = settings.Name,
        ["Practice:ReferencePrefix"] = settings.ReferencePrefix,
        ["Practice:Managers:0"] = string.Join(' ', settings.Managers),
        ["Practice:Deputies:0"] = string.Join(' ', settings.Deputies),
        ["Practice:Partners:0"] = string.Join(' ', settings.Partners),
        ["Delivery:ChannelId"] = settings.ChannelId ?? "",
        ["WeeklySummary:Cron"] = settings.SummaryCron,
        ["Practice:Opens"] = FormattableString.Invariant($"{settings.Calendar.Opens:HH:mm}"),
        ["Practice:Closes"] = FormattableString.Invariant($"{settings.Calendar.Closes:HH:mm}"),
        ["Practice:Closures:0"] = string.Join(' ', settings.Calendar.Closures.Select(day => FormattableString.Invariant($"{day:yyyy-MM-dd}"))),
    };
}
