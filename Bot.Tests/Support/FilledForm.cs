using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>What a client sends for a form that somebody filled in.</summary>
internal static class FilledForm
{
    /// <summary>About the reporter, on the practice's own Facebook page, every field filled in.</summary>
    public static JObject About(ReportSubject subject = ReportSubject.Me) => new()
    {
        ["about"] = subject.ToString(),
        ["concernsManager"] = "false",
        ["platform"] = "Facebook",
        ["location"] = "OwnPagePost",
        ["link"] = "https://facebook.example/rowcroft/posts/1",
        ["seenOn"] = "2026-03-03",
        ["visibility"] = "StillUp",
        ["whatHappened"] = "They called me names under our opening hours.",
        ["kinds"] = "AbusiveOrOffensive,StaffNamed",
        ["poster"] = "angry.patient",
        ["posterRelation"] = "Patient",
    };

    public static JObject With(string field, JToken? value)
    {
        var form = About();
        form[field] = value;
        return form;
    }
}
