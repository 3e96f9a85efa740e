namespace Rowcroft.TeamsBot.Tests.Architecture;

public sealed class LogLineTests
{
    /// <summary>Queries and people look for a line by its number: two kinds of line with one number cannot be told apart.</summary>
    [Fact]
    public void No_Two_Kinds_Of_Log_Line_Have_The_Same_Number()
    {
        Assert.NotEmpty(LogLines.All);
        Assert.Empty(LogLines.All.GroupBy(line => line.EventId).Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {string.Join(" / ", same.Select(line => line.Message))}"));
    }
}
