using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rowcroft.TeamsBot.People;

/// <summary>What was chosen on a practice's set-up card, beside its prefix. Whatever is <c>null</c> was not chosen.</summary>
internal sealed record PracticeChoices
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public string? Name { get; init; }

    /// <summary>Entra object ids; so are deputies and partners.</summary>
    public IReadOnlyList<string>? Managers { get; init; }

    public IReadOnlyList<string>? Deputies { get; init; }

    public IReadOnlyList<string>? Partners { get; init; }

    /// <summary>Teams' id of the channel for the weekly summary.</summary>
    public string? ChannelId { get; init; }

    public DayOfWeek? SummaryDay { get; init; }

    public TimeOnly? SummaryTime { get; init; }

    public TimeOnly? Opens { get; init; }

    public TimeOnly? Closes { get; init; }

    public IReadOnlyList<DateOnly>? Closures { get; init; }

    public static PracticeChoices Read(string json) => JsonSerializer.Deserialize<PracticeChoices>(json, Json) ?? new PracticeChoices();

    public string Write() => JsonSerializer.Serialize(this, Json);
}
