using System.Text.RegularExpressions;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Tests.Support;
using Rowcroft.TeamsBot.Viewing;

namespace Rowcroft.TeamsBot.Tests.Viewing;

public sealed partial class PictureWordsTests
{
    private static readonly PictureWords Words = new(ReportCards.Clock, ReportCards.Guidance);

    [Fact]
    public void A_Photograph_That_Says_Where_It_Was_Taken_And_An_Animation_Are_Named_As_Such()
    {
        var facts = Facts(new PictureFacts(1_170, 2_532, 12, HasLocation: true));
        Assert.Contains("The original says where it was taken. The picture shown here does not.", facts);
        Assert.Contains("1170 × 2532 pixels, moving: 12 pictures, of which the first is shown", facts);
        Assert.Contains("Wednesday 4 March 2026, 10:00 (2026-03-04 10:00:00 UTC)", facts);

        var still = Facts(new PictureFacts(10, 20, 1, HasLocation: false));
        Assert.Contains("10 × 20 pixels", still);
        Assert.DoesNotContain(still, fact => fact.Contains("taken", StringComparison.Ordinal));
    }

    [Fact]
    public void How_Two_Reports_Pictures_Came_About_Stands_Under_Two_Headings_With_Ids_Of_Their_Own()
    {
        var said = new EvidenceProvenance(EvidenceTaker.Colleague, EvidenceDevice.Phone, null, SeenHow.Member);
        var page = Provenance.Draw(new CaseBuilder().Numbered(1).Build() with { Provenance = said }, isMerged: false).ToString()
            + Provenance.Draw(new CaseBuilder().Numbered(2).Build() with { Provenance = said }, isMerged: true);

        var ids = Ids().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(2, ids.Distinct().Count());
        Assert.Equal(2, ids.Count);
        Assert.Contains("How those of RMC-2026-0002 came about", page, StringComparison.Ordinal);
        Assert.Equal(3, page.Split("not said").Length);
    }

    private static List<string> Facts(PictureFacts picture)
    {
        var file = CaseBuilder.Screenshot("post.gif") with { Picture = picture };
        return [.. Words.Facts(new ShelvedPicture(new CaseBuilder().Build(), file, PictureState.Ready, CaseBuilder.Ann.Id, CopyOf: null)).Select(fact => fact.Value)];
    }

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Ids();
}
