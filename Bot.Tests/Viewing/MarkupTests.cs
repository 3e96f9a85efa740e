using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Viewing;

namespace Rowcroft.TeamsBot.Tests.Viewing;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\" onload=\"alert(1)", "&quot; onload=&quot;alert(1)")]
    [InlineData("Tom & Jerry's", "Tom &amp; Jerry&#x27;s")]
    [InlineData("Zoë – “ok”", "Zoë – “ok”")]
    [InlineData(null, "")]
    public void What_Is_Filled_In_Is_Text_And_Nothing_Else(string? written, string expected) =>
        Assert.Equal($"<p>{expected}</p>", Markup.Of($"<p>{written}</p>").ToString());

    [Fact]
    public void Pieces_Stay_Pieces_And_Are_Not_Encoded_Twice()
    {
        var names = Markup.Join(((string[])["a<b", "c"]).Select(name => Markup.Of($"<li>{name}</li>")));
        Assert.Equal("<ul><li>a&lt;b</li><li>c</li></ul>3", Markup.Of($"<ul>{names}</ul>{3}").ToString());
        Assert.Equal("", default(Markup).ToString());
    }

    [Theory]
    [InlineData("post.png", "image/png", "RMC-2026-0042 post.png")]
    [InlineData("invoice.exe", "image/png", "RMC-2026-0042 invoice.exe.png")]
    [InlineData("a\"b<c>|d?.JPEG", "image/jpeg", "RMC-2026-0042 a_b_c__d_.JPEG")]
    [InlineData("post.png", "image/gif", "RMC-2026-0042 post.png.gif")]
    [InlineData("..\\..\\x.webp", "image/webp", "RMC-2026-0042 .._.._x.webp")]
    public void A_Download_Has_The_Cases_Reference_And_Its_True_Ending(string name, string type, string expected) => Assert.Equal(
        expected,
        DownloadName.For(new CaseReference("RMC", 2026, 42), new SealedEvidence(new EvidenceId(Guid.NewGuid()), name, type, 1, "", default)));
}
