using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>
/// The form as it came: texts as typed, choices as the words of the vocabulary. Nothing here is checked yet (<see cref="FormCheck"/>), so
/// that what does not fit can be shown again.
/// </summary>
internal sealed class FormAnswers
{
    /// <summary><c>false</c> until the form was sent for the first time.</summary>
    public bool Submitted { get; set; }

    public string About { get; set; } = "";

    public string Colleague { get; set; } = "";

    public string ConcernsManager { get; set; } = "";

    public string Platform { get; set; } = "";

    public string Location { get; set; } = "";

    public string Link { get; set; } = "";

    public string SeenOn { get; set; } = "";

    public string Visibility { get; set; } = "";

    public string WhatHappened { get; set; } = "";

    /// <summary>Joined by commas, as a card sends several choices.</summary>
    public string Kinds { get; set; } = "";

    public string Poster { get; set; } = "";

    public string PosterRelation { get; set; } = "";

    public static FormAnswers From(JObject submission) => new()
    {
        Submitted = true,
        About = Read(submission, FormField.About),
        Colleague = Read(submission, FormField.Colleague),
        ConcernsManager = Read(submission, FormField.ConcernsManager),
        Platform = Read(submission, FormField.Platform),
        Location = Read(submission, FormField.Location),
        Link = Read(submission, FormField.Link),
        SeenOn = Read(submission, FormField.SeenOn),
        Visibility = Read(submission, FormField.Visibility),
        WhatHappened = Read(submission, FormField.WhatHappened),
        Kinds = Read(submission, FormField.Kinds),
        Poster = Read(submission, FormField.Poster),
        PosterRelation = Read(submission, FormField.PosterRelation),
    };

    // A submission is what a client sent: anything may be in it. What is no single value counts as not filled in.
    private static string Read(JObject submission, string field) => submission[field] switch
    {
        JValue { Type: JTokenType.Date } date => ((DateTime)date).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        JValue { Value: not null } value => Clean(value.ToString(CultureInfo.InvariantCulture)),
        _ => "",
    };

    /// <summary>Without control characters, which neither a card nor every database can hold, and with one kind of line break.</summary>
    public static string Clean(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        return lines.Any(IsControl) ? string.Concat(lines.Where(character => !IsControl(character))) : lines;
    }

    private static bool IsControl(char character) => char.IsControl(character) && character is not ('\n' or '\t');
}
