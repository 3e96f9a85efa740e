namespace Rowcroft.TeamsBot.Exports;

/// <summary>How long things last.</summary>
internal static class ExportTimes
{
    /// <summary>A second person can agree for so long.</summary>
    public static readonly TimeSpan Request = TimeSpan.FromDays(7);

    /// <summary>After that new links can be made for so long: a download may break, a link may run out.</summary>
    public static readonly TimeSpan Links = TimeSpan.FromHours(24);

    public static readonly TimeSpan Link = TimeSpan.FromMinutes(15);
}
