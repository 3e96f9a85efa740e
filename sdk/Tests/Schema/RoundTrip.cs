using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Sdk.Tests.Schema;

/// <summary>Reads JSON as a type and writes it again, as the wire does: nulls are left out and times are UTC.</summary>
internal static class RoundTrip
{
    private static readonly JsonSerializerSettings Wire = new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
    };

    public static T Read<T>(string json) => JsonConvert.DeserializeObject<T>(json, Wire)!;

    public static JObject Write(object value) => Parse(JsonConvert.SerializeObject(value, Wire));

    public static JObject Parse(string json) => JsonConvert.DeserializeObject<JObject>(json, Wire)!;

    public static void KeepsEverything<T>(string json)
    {
        var before = Parse(json);
        var after = Write(Read<T>(json)!);
        Assert.True(JToken.DeepEquals(Sorted(before), Sorted(after)), $"Expected {before} but was {after}");
    }

    private static JToken Sorted(JToken token) => token switch
    {
        JObject o => new JObject(o.Properties().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => new JProperty(p.Name, Sorted(p.Value)))),
        JArray a => new JArray(a.Select(Sorted)),
        _ => token,
    };
}
