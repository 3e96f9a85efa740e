using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

public class NotificationInfo
{
    public NotificationInfo()
    {
    }

    public NotificationInfo(
        bool? alert = default,
        bool? alertInMeeting = default,
        string externalResourceUrl = default)
    {
        Alert = alert;
        AlertInMeeting = alertInMeeting;
        ExternalResourceUrl = externalResourceUrl;
    }

    [JsonProperty(PropertyName = "alert")]
    public bool? Alert { get; set; }

    [JsonProperty(PropertyName = "alertInMeeting")]
    public bool? AlertInMeeting { get; set; }

    [JsonProperty(PropertyName = "externalResourceUrl")]
    public string ExternalResourceUrl { get; set; }
}
