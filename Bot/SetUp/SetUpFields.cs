namespace Rowcroft.TeamsBot.SetUp;

/// <summary>What a press carries: the version of the settings that the card shows, and the fields.</summary>
internal static class SetUpFields
{
    /// <summary>Which practice the card is about; whether the person may change it is asked at the press.</summary>
    public const string Practice = "practice";
    public const string Version = "version";
    public const string Name = "name";
    public const string Prefix = "prefix";
    public const string Managers = "managers";
    public const string Deputies = "deputies";
    public const string Partners = "partners";
    public const string Channel = "channel";
    public const string Day = "day";
    public const string Time = "time";
    public const string Opens = "opens";
    public const string Closes = "closes";
    public const string Closures = "closures";
}
