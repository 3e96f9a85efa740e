using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.DecisionRig;

namespace Rowcroft.TeamsBot.Tests.Decisions;

/// <summary>Which other cases a card names when there are several, and whom merging tells.</summary>
public sealed partial class ManyTwinsTests
{
    private const string Post = "https://www.facebook.com/rowcroft/posts/1024";
    private const string Merge = "Same post: put them together";
    private static readonly NamedPerson Bea = new(Sam.Id, Sam.Name);

    [Fact]
    public async Task Three_Are_Named_Open_Before_Decided_Then_The_Most_Alike_Then_The_Earliest()
    {
        await using var rig = await StartAsync();
        var decided = await rig.OpenAsync(Reported(Post), pictureHash: 0);
        await rig.PressAsync(
            Mona, (await rig.LookAsync(Mona, decided)).Redrawn, "Record the decision", (CardFields.Outcome + DecisionOutcome.HumanResources, "true"), (CardFields.Reason, "Staff"));
        var earlier = await LaterAsync(rig, Reported(null), 2);
        var later = await LaterAsync(rig, Reported(Post), 0x0000_0000_FFFF_FFFF);
        var alike = await LaterAsync(rig, Reported(Post), 1);
        var looked = await LaterAsync(rig, Reported(Post), 0);
        Assert.Equal([alike.Reference, earlier.Reference, later.Reference], await NamedAsync(rig, looked));

        await rig.InvokeAsync(Mona, DecisionVerbs.NotTheSame, new JObject
        {
            [CardFields.Case] = looked.Id.ToString(),
            [CardFields.Version] = looked.Version,
            [CardFields.Other] = alike.Id.ToString(),
        });
        Assert.Equal([earlier.Reference, later.Reference, decided.Reference], await NamedAsync(rig, looked));
    }

    [Fact]
    public async Task Alike_In_Link_And_Picture_Says_Both()
    {
        await using var rig = await StartAsync();
        var first = await rig.OpenAsync(Reported(Post), pictureHash: 7);
        var second = await rig.OpenAsync(Reported(Post), pictureHash: 7);

        Assert.Contains($"**{first.Reference}** (same link, and a very similar picture).", (await rig.LookAsync(Mona, second)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Report_That_Was_Put_Together_Is_Met_Where_It_Is_Decided()
    {
        await using var rig = await StartAsync();
        var main = await rig.OpenAsync(Reported(null), pictureHash: 7);
        var merged = await rig.OpenAsync(Reported(Post), pictureHash: 7);
        await rig.PressAsync(Mona, (await rig.LookAsync(Mona, merged)).Redrawn, Merge);
        var looked = await rig.OpenAsync(Reported(Post), pictureHash: 0xFFFF_FFFF_0000_0000);

        Assert.Equal([main.Reference], await NamedAsync(rig, looked));
    }

    [Fact]
    public async Task A_Redacted_Copy_Or_What_Waits_For_The_Virus_Check_Is_Compared_With_Nothing()
    {
        await using var rig = await StartAsync();
        await rig.OpenAsync(Reported(null), EvidenceState.Quarantined, pictureHash: 7);
        var looked = await rig.OpenAsync(Reported(null), pictureHash: 7);
        var copied = await rig.OpenAsync(Reported(null), pictureHash: 0xFFFF_FFFF_0000_0000);
        var copy = new EvidenceRecord(CaseBuilder.Screenshot("copy.png"), copied.Practice, copied.Id, Mona.Id, EvidenceState.Kept, new EvidenceSeal("copy", [1]))
        {
            RedactionOf = copied.Evidence[0].Id,
            PictureHash = 7,
        };
        await using (var db = await rig.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync())
        {
            db.Evidence.Add(EvidenceRow.From(copy));
            await db.SaveChangesAsync();
        }

        Assert.Empty(await NamedAsync(rig, looked));
    }

    [Fact]
    public async Task Whoever_Reported_It_Twice_Is_Told_Once_Of_Their_Own_Two_Reports()
    {
        await using var rig = await StartAsync();
        await rig.OpenAsync(Reported(Post, CaseBuilder.Ann));
        var second = await rig.OpenAsync(Reported(Post, CaseBuilder.Ann));
        await rig.PressAsync(Mona, (await rig.LookAsync(Mona, second)).Redrawn, Merge);

        Assert.Equal(second.Id, Assert.Single(await rig.OwedAsync(), row => row.Kind == CaseAnnouncer.Joined).CaseId);
    }

    [Fact]
    public async Task Put_Together_Once_More_After_All_The_Later_Reporter_Is_Told_Once_More()
    {
        await using var rig = await StartAsync();
        await rig.OpenAsync(Reported(Post));
        var second = await rig.OpenAsync(Reported(Post));
        var card = (await rig.LookAsync(Mona, second)).Redrawn;
        var merged = await rig.PressAsync(Mona, card, Merge);
        await rig.PressAsync(Mona, merged.Redrawn, "Not the same after all: take apart");
        await rig.PressAsync(Mona, card, Merge);

        Assert.Equal(CaseStatus.DuplicateOf, (await rig.FindAsync(second))!.Status);
        Assert.Equal(2, (await rig.OwedAsync()).Count(row => row.Kind == CaseAnnouncer.Joined && row.CaseId == second.Id));
    }

    private static async Task<Case> LaterAsync(DecisionRig rig, CaseBuilder report, ulong pictureHash)
    {
        rig.Time.Advance(TimeSpan.FromHours(1));
        return await rig.OpenAsync(report, pictureHash: pictureHash);
    }

    private static async Task<IEnumerable<CaseReference>> NamedAsync(DecisionRig rig, Case @case) =>
        [.. Named().Matches((await rig.LookAsync(Mona, @case)).Words).Select(match => CaseReference.Parse(match.Groups[1].Value)!.Value)];

    private static CaseBuilder Reported(string? link, NamedPerson? by = null) =>
        new CaseBuilder().ReportedBy(by ?? Bea).WithEvidence(CaseBuilder.Screenshot("post.png")).With(facts => facts with { Link = link });

    [GeneratedRegex(@"the same post as \*\*(RMC-[0-9-]+)\*\*")]
    private static partial Regex Named();
}
