namespace Rowcroft.TeamsBot.Custody;

/// <summary>What somebody wants of a legal hold.</summary>
internal enum HoldChange
{
    Place,
    Release,
}
