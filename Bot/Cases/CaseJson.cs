using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Rowcroft.TeamsBot.Cases;

/// <summary>
/// The one canonical JSON of cases, events and certificates: declared property order, no white space, enums as words, nulls left out. The hash chain
/// is computed over it, so nothing here may change for records already written.
/// </summary>
internal static class CaseJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmptyLists } },
        Converters =
        {
            new JsonStringEnumConverter(),
            new SingleValueConverter<CaseId>(id => id.ToString(), text => new CaseId(Guid.Parse(text))),
            new SingleValueConverter<EvidenceId>(id => id.ToString(), text => new EvidenceId(Guid.Parse(text))),
            new SingleValueConverter<ExportId>(id => id.ToString(), text => new ExportId(Guid.Parse(text))),
            new SingleValueConverter<PersonId>(id => id.Value, text => new PersonId(text)),
            new SingleValueConverter<PracticeId>(id => id.Value, text => new PracticeId(text)),
            new SingleValueConverter<CaseReference>(
                reference => reference.ToString(),
                text => CaseReference.Parse(text) ?? throw new JsonException("Not a case reference")),
        },
    };

    /// <summary>What most cases have nothing of is left out, so that a case from before there was such a thing is written as it was.</summary>
    private static void LeaveOutEmptyLists(JsonTypeInfo type)
    {
        string[] names = ["merged", "earlierMerges", "notTwins"];
        foreach (var property in type.Type == typeof(Case) ? type.Properties : [])
        {
            if (property.Set is null)
            {
                // Worked out from the rest.
                property.ShouldSerialize = (_, _) => false;
            }
            else if (names.Contains(property.Name))
            {
                property.ShouldSerialize = (_, value) => value is IEnumerable list && list.GetEnumerator().MoveNext();
            }
        }
    }

    public static string Write(Case value) => JsonSerializer.Serialize(value, Options);

    public static Case ReadCase(string json) => JsonSerializer.Deserialize<Case>(json, Options)!;

    public static string Write(CaseEvent value) => JsonSerializer.Serialize(value, Options);

    public static CaseEvent ReadEvent(string json) => JsonSerializer.Deserialize<CaseEvent>(json, Options)!;

    public static string Write(PurgeCertificate value) => JsonSerializer.Serialize(value, Options);

    public static PurgeCertificate ReadCertificate(string json) => JsonSerializer.Deserialize<PurgeCertificate>(json, Options)!;

    /// <summary>An identity as a plain JSON string.</summary>
    private sealed class SingleValueConverter<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            read(reader.GetString() ?? throw new JsonException("Null identity"));

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }
}
