using AdaptiveCards;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Reporting;

public sealed class SupportLinesTests
{
    [Theory]
    [InlineData("Dr Sam Okafor", true)]
    [InlineData("Dr. Sam Okafor", true)]
    [InlineData("DR SAM OKAFOR", true)]
    [InlineData("Doctor Okafor", true)]
    [InlineData("Drew Barry", false)]
    [InlineData("Sam Dr", false)]
    [InlineData("", false)]
    public void Doctors_See_Their_Lines_First_And_Others_Unfold_Them(string reader, bool isDoctor)
    {
        var shown = SupportLines.Show(ReportCards.Guidance.Support, reader).ToList();
        var doctors = ReportCards.Guidance.Support.Doctors.Select(line => line.Name + ": ");
        var first = shown.OfType<AdaptiveRichTextBlock>().Select(block => ((AdaptiveTextRun)block.Inlines[0]).Text).ToList();

        Assert.Equal(isDoctor, first.Take(2).SequenceEqual(doctors));
        Assert.Equal(isDoctor, !shown.OfType<AdaptiveContainer>().Any(container => !container.IsVisible));
        Assert.All(ReportCards.Guidance.Support.Everyone, line => Assert.Contains(line.Name + ": ", first));
    }
}
