using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rowcroft.TeamsBot.SubjectAccess;

/// <summary>A copy as JSON, for a machine: the same as on the page, in the same order.</summary>
internal static class CopyDocument
{
    public const string Format = "rowcroft-subject-access/1";

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    public static string Write(Copy copy)
    {
        var document = new JsonObject
        {
            ["format"] = Format,
            ["practice"] = copy.Subject.Practice.Value,
            ["person"] = new JsonObject { ["id"] = copy.Subject.Id.Value, ["names"] = new JsonArray([.. copy.Subject.Names.Select(name => (JsonNode?)name)]) },
            ["held"] = new JsonArray([.. copy.Sections.Select(section => (JsonNode?)new JsonObject
            {
                ["title"] = section.Title,
                ["purpose"] = section.Purpose,
                ["entries"] = new JsonArray([.. section.Entries.Select(entry => entry.DeepClone())]),
            })]),
        };
        return document.ToJsonString(Options) + "\n";
    }
}
