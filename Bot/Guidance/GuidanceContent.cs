using System.Text.Json;
using System.Text.Json.Serialization;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Guidance;

/// <summary>
/// Everything under <c>Content/</c>, read strictly: an unknown or missing property, an unknown word of the vocabulary or an unknown source
/// stops the process at its start, not on somebody's card.
/// </summary>
internal sealed record GuidanceContent(
    Edition Edition,
    CodeOfConduct CodeOfConduct,
    Labels Labels,
    IReadOnlyDictionary<DecisionOutcome, OutcomeGuidance> Outcomes,
    IReadOnlyDictionary<Platform, PlatformGuidance> Platforms,
    Referral Referral,
    Safety Safety,
    Support Support,
    Sentences Sentences)
{
    public static GuidanceContent Read()
    {
        var sources = Read<Dictionary<string, Source>>("sources", Options());
        var options = Options(new SourceById(sources));
        return new GuidanceContent(
            Read<Edition>("edition", options),
            Read<CodeOfConduct>("code-of-conduct", options),
            Read<Labels>("labels", options),
            Read<Dictionary<DecisionOutcome, OutcomeGuidance>>("outcomes", options),
            Read<Dictionary<Platform, PlatformGuidance>>("platforms", options),
            Read<Referral>("referral", options),
            Read<Safety>("safety", options),
            Read<Support>("support", options),
            Read<Sentences>("sentences", options));
    }

    private static T Read<T>(string name, JsonSerializerOptions options)
    {
        var resource = $"{typeof(GuidanceContent).Namespace}.Content.{name}.json";
        using var stream = typeof(GuidanceContent).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The guidance {resource} is not in the assembly.");
        return JsonSerializer.Deserialize<T>(stream, options) ?? throw new JsonException($"{resource} is empty.");
    }

    private static JsonSerializerOptions Options(params JsonConverter[] converters)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        foreach (var converter in converters)
        {
            options.Converters.Add(converter);
        }

        return options;
    }

    /// <summary>Statements name their source by id; each address stands in one place only.</summary>
    private sealed class SourceById(Dictionary<string, Source> sources) : JsonConverter<Source>
    {
        public override Source Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } id && sources.TryGetValue(id, out var source) ? source : throw new JsonException("Unknown source");

        public override void Write(Utf8JsonWriter writer, Source value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
