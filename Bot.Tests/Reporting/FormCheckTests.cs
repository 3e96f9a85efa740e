using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Reporting;

public sealed class FormCheckTests
{
    [Fact]
    public void A_Filled_Form_Becomes_The_Facts()
    {
        var expected = new ReportedFacts
        {
            Subject = ReportSubject.Me,
            Platform = Platform.Facebook,
            Location = PostLocation.OwnPagePost,
            Link = "https://facebook.example/rowcroft/posts/1",
            SeenOn = new DateOnly(2026, 3, 3),
            Visibility = PostVisibility.StillUp,
            WhatHappened = "They called me names under our opening hours.",
            Kinds = [AbuseKind.StaffNamed, AbuseKind.AbusiveOrOffensive],
            Poster = "angry.patient",
            PosterRelation = PosterRelation.Patient,
        };

        var facts = Run(FilledForm.About()).Facts!;

        Assert.Equal(expected with { Kinds = facts.Kinds }, facts);
        Assert.Equal(expected.Kinds, facts.Kinds);
    }

    [Fact]
    public void Four_Fields_Are_Enough()
    {
        var facts = Run(new JObject { ["about"] = "Practice", ["platform"] = "Other", ["whatHappened"] = " A lie. ", ["kinds"] = "FalseOrDefamatory" }).Facts!;

        Assert.Equal((ReportSubject.Practice, "A lie.", PostLocation.NotSaid), (facts.Subject, facts.WhatHappened, facts.Location));
        Assert.Equal((null, null, null), (facts.Link, facts.SeenOn, facts.Poster));
        Assert.Equal((PostVisibility.NotKnown, PosterRelation.Unknown, false), (facts.Visibility, facts.PosterRelation, facts.ConcernsManager));
    }

    [Fact]
    public void An_Empty_Form_Names_Each_Field_That_Is_Needed() => Assert.Equal(
        [FormField.About, FormField.Platform, FormField.WhatHappened, FormField.Kinds],
        Run([]).Problems.Select(problem => problem.Field));

    [Theory]
    [InlineData("about", "Someone")]
    [InlineData("about", "0")]
    [InlineData("platform", "MySpace")]
    [InlineData("platform", "1")]
    [InlineData("kinds", "")]
    [InlineData("kinds", "Boring")]
    [InlineData("whatHappened", "")]
    [InlineData("whatHappened", " \n\t ")]
    [InlineData("whatHappened", "\0\u0007")]
    [InlineData("link", "facebook.com/post")]
    [InlineData("link", "ftp://example.org/post")]
    [InlineData("link", "javascript:alert(1)")]
    [InlineData("link", "file:///etc/passwd")]
    [InlineData("link", "https://")]
    [InlineData("seenOn", "2026-03-05")]
    [InlineData("seenOn", "2003-12-31")]
    [InlineData("seenOn", "03/03/2026")]
    [InlineData("seenOn", "2026-02-30")]
    public void What_Does_Not_Fit_Is_Refused_Beside_Its_Field(string field, string value)
    {
        var checkedForm = Run(FilledForm.With(field, value));

        Assert.Null(checkedForm.Facts);
        var problem = Assert.Single(checkedForm.Problems);
        Assert.Equal(field, problem.Field);
        Assert.DoesNotContain("example", problem.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seenOn", "2026-03-04")]
    [InlineData("seenOn", "2004-01-01")]
    [InlineData("seenOn", "")]
    [InlineData("link", "")]
    [InlineData("link", "HTTP://Example.org/ä?q=ü#top")]
    [InlineData("location", "Nowhere")]
    [InlineData("visibility", "7")]
    [InlineData("posterRelation", "")]
    public void What_Fits_Is_Taken(string field, string value) => Assert.NotNull(Run(FilledForm.With(field, value)).Facts);

    [Theory]
    [InlineData("whatHappened", 4_000)]
    [InlineData("poster", 200)]
    public void A_Text_May_Be_So_Long_And_No_Longer(string field, int most)
    {
        Assert.NotNull(Run(FilledForm.With(field, new string('x', most))).Facts);

        var problem = Assert.Single(Run(FilledForm.With(field, new string('x', most + 1))).Problems);
        Assert.Equal(field, problem.Field);
        Assert.Contains(most == 4_000 ? "4,001 characters. The most is 4,000" : "201 characters. The most is 200", problem.Sentence);
    }

    [Fact]
    public void A_Link_Of_More_Than_2000_Characters_Is_Refused_With_Its_Length() => Assert.Contains(
        "2,001 characters",
        Assert.Single(Run(FilledForm.With("link", "https://example.org/".PadRight(2_001, 'x'))).Problems).Sentence);

    [Fact]
    public void A_Colleague_Is_Taken_By_Id_Or_By_Full_Name()
    {
        Assert.Equal(ReportDriver.Bea, About(ReportDriver.Bea.Id.Value.ToUpperInvariant()).Facts!.Colleague);
        Assert.Equal(ReportDriver.Bea, About(" bea nurse ").Facts!.Colleague);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bea")]
    [InlineData("00000000-0000-0000-0000-0000000000a1")]
    [InlineData("00000000-0000-0000-0000-00000000dead")]
    public void Whoever_Is_Not_Another_Member_Of_The_Practice_Is_No_Colleague(string value) =>
        Assert.Equal(FormField.Colleague, Assert.Single(About(value).Problems).Field);

    [Fact]
    public void A_Colleague_Counts_Only_When_The_Report_Is_About_One() =>
        Assert.Null(Run(FilledForm.With("colleague", ReportDriver.Bea.Id.Value)).Facts!.Colleague);

    [Fact]
    public void Values_That_No_Form_Sends_Count_As_Not_Filled_In()
    {
        var form = new JObject { ["about"] = new JArray("Me"), ["platform"] = new JObject(), ["whatHappened"] = JValue.CreateNull(), ["kinds"] = 7 };

        Assert.Equal(4, Run(form).Problems.Count);
    }

    [Fact]
    public void A_Toggle_That_Comes_As_A_Boolean_Is_Understood() => Assert.True(Run(FilledForm.With("concernsManager", true)).Facts!.ConcernsManager);

    private static CheckedForm Run(JObject submission) => ReportCards.Check(FormAnswers.From(submission));

    private static CheckedForm About(string colleague)
    {
        var form = FilledForm.About(ReportSubject.Colleague);
        form["colleague"] = colleague;
        return Run(form);
    }
}
