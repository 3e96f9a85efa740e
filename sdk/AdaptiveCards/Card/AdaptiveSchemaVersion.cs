using System.Globalization;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A version of the Adaptive Cards schema, such as 1.5. Written as that text in JSON.</summary>
[JsonConverter(typeof(SchemaVersionConverter))]
public class AdaptiveSchemaVersion : IComparable<AdaptiveSchemaVersion>
{
    public AdaptiveSchemaVersion()
    {
    }

    /// <exception cref="ArgumentException">The text is null.</exception>
    /// <exception cref="AdaptiveSerializationException">The text is not "major" or "major.minor".</exception>
    public AdaptiveSchemaVersion(string versionString)
    {
        if (versionString == null)
        {
            throw new ArgumentException("A version is needed", nameof(versionString));
        }

        var parts = versionString.Split('.');
        var minor = 0;
        if (!TryParse(parts[0], out var major) || (parts.Length > 1 && !TryParse(parts[1], out minor)))
        {
            throw new AdaptiveSerializationException($"'{versionString}' is not a valid version identifier");
        }

        Major = major;
        Minor = minor;
    }

    public AdaptiveSchemaVersion(int major, int minor)
    {
        Major = major;
        Minor = minor;
    }

    public int Major { get; set; }

    public int Minor { get; set; }

    public static implicit operator AdaptiveSchemaVersion(string versionString) => new(versionString);

    public static bool operator ==(AdaptiveSchemaVersion version1, AdaptiveSchemaVersion version2) => Equals(version1, version2);

    public static bool operator !=(AdaptiveSchemaVersion version1, AdaptiveSchemaVersion version2) => !Equals(version1, version2);

    public static bool operator <(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => Compare(left, right) < 0;

    public static bool operator >(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => Compare(left, right) > 0;

    public static bool operator <=(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => Compare(left, right) <= 0;

    public static bool operator >=(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => Compare(left, right) >= 0;

    public int CompareTo(AdaptiveSchemaVersion other) =>
        other is null ? 1 : (Major, Minor).CompareTo((other.Major, other.Minor));

    public override bool Equals(object obj) => obj is AdaptiveSchemaVersion other && CompareTo(other) == 0;

    public override int GetHashCode() => HashCode.Combine(Major, Minor);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    private static int Compare(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) =>
        left is null ? (right is null ? 0 : -1) : left.CompareTo(right);

    private static bool TryParse(string text, out int number) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out number);

    private sealed class SchemaVersionConverter : JsonConverter<AdaptiveSchemaVersion>
    {
        public override void WriteJson(JsonWriter writer, AdaptiveSchemaVersion value, JsonSerializer serializer) =>
            writer.WriteValue(value.ToString());

        public override AdaptiveSchemaVersion ReadJson(
            JsonReader reader,
            Type objectType,
            AdaptiveSchemaVersion existingValue,
            bool hasExistingValue,
            JsonSerializer serializer) =>
            reader.Value is null ? null : new(Convert.ToString(reader.Value, CultureInfo.InvariantCulture));
    }
}
