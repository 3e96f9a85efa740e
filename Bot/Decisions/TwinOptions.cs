using System.ComponentModel.DataAnnotations;
using Rowcroft.TeamsBot.Evidence;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>When two cases are taken to be about the same post. Section <c>Twins</c>.</summary>
internal sealed class TwinOptions
{
    public const string Section = "Twins";

    /// <summary>How many days back a decided case, or a picture, is still compared. Open cases always are, by their links.</summary>
    [Range(1, 365)]
    public int Days { get; set; } = 90;

    /// <summary>In how many of its 64 bits the hash of a picture may differ from that of a very similar one.</summary>
    [Range(0, 20)]
    public int PictureDistance { get; set; } = PictureHash.TwinDistance;
}
