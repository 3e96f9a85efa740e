using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Guidance;

namespace Rowcroft.TeamsBot.Tests.Guidance;

public sealed class GuidanceTests
{
    private static readonly GuidanceContent Content = GuidanceContent.Read();
    private static readonly GuidanceLibrary Library = new(Content);

    [Fact]
    public void The_Guidance_Is_Fit_To_Show() => Assert.Empty(GuidanceCheck.Problems(Content));

    [Fact]
    public void Guidance_That_Lacks_An_Outcome_Or_Has_An_Unsafe_Link_Stops_The_Start()
    {
        var broken = Content with
        {
            Outcomes = Content.Outcomes.Where(entry => entry.Key != DecisionOutcome.LegalAdvice).ToDictionary(),
            CodeOfConduct = Content.CodeOfConduct with { Source = new Source("Old page", new Uri("http://example.org")) },
            Edition = Content.Edition with { ReviewBy = Content.Edition.CheckedOn },
        };

        var message = Assert.Throws<InvalidOperationException>(() => GuidanceCheck.Passed(broken)).Message;

        Assert.Contains("LegalAdvice", message, StringComparison.Ordinal);
        Assert.Contains("Old page", message, StringComparison.Ordinal);
        Assert.Contains("review", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Kind_Without_Its_Item_In_The_Code_Of_Conduct_Is_Found()
    {
        var broken = Content with { CodeOfConduct = Content.CodeOfConduct with { Items = [.. Content.CodeOfConduct.Items.Skip(5)] } };
        Assert.Contains(GuidanceCheck.Problems(broken), problem => problem.StartsWith("ConfidentialInformation names item 2", StringComparison.Ordinal));
    }

    [Fact]
    public void The_Code_Of_Conduct_Has_Its_Eight_Items_In_Order() =>
        Assert.Equal(Enumerable.Range(1, 8), Library.CodeOfConduct.Items.Select(item => item.Number));

    [Theory]
    [InlineData("StaffNamed", 6)]
    [InlineData("ConfidentialInformation", 2)]
    [InlineData("PhotoOrRecording", 4)]
    [InlineData("AbusiveOrOffensive", 8)]
    [InlineData("Threatening", 7)]
    [InlineData("FalseOrDefamatory", 7)]
    [InlineData("ComplaintInWrongPlace", 5)]
    [InlineData("AppointmentOrMedicalInWrongPlace", 3)]
    [InlineData("HateOrDiscrimination", 8)]
    [InlineData("SexualImage", 7)]
    public void Each_Kind_Names_The_Item_It_Breaks(string kind, int item) =>
        Assert.Equal(item, Library.CodeOfConductItem(Enum.Parse<AbuseKind>(kind)).Number);

    [Fact]
    public void Every_Word_Of_The_Vocabulary_Has_A_Label_Of_Its_Own()
    {
        AllDifferent<AbuseKind>(Library.Label);
        AllDifferent<DecisionOutcome>(Library.Label);
        AllDifferent<Platform>(Library.Label);
        AllDifferent<PostLocation>(Library.Label);
        AllDifferent<PostVisibility>(Library.Label);
        AllDifferent<PosterRelation>(Library.Label);
        AllDifferent<ReportSubject>(Library.Label);
        AllDifferent<Urgency>(Library.Label);
        AllDifferent<CaseStatus>(Library.Label);
    }

    [Fact]
    public void Sources_Are_Given_For_Every_Outcome_And_Platform()
    {
        Assert.All(Enum.GetValues<DecisionOutcome>(), outcome => Assert.NotEmpty(Library.Outcome(outcome).Sources));
        Assert.All(Enum.GetValues<Platform>(), platform => Assert.NotEmpty(Library.Platform(platform).Sources));
        Assert.All(Enum.GetValues<DecisionOutcome>(), outcome => Assert.InRange(Library.Outcome(outcome).Steps.Count, 3, 8));
    }

    [Fact]
    public void No_Post_Is_Ever_Called_An_Offence()
    {
        var words = new Regex(@"\b(criminal|crime|illegal|guilty|prosecut\w*|offender|perpetrator)", RegexOptions.IgnoreCase);
        Assert.All(Texts(), text => Assert.DoesNotMatch(words, text));
        Assert.Contains("may need police advice", Library.Law.NotAdvice, StringComparison.Ordinal);
    }

    [Fact]
    public void What_Could_Not_Be_Confirmed_Is_Not_Said()
    {
        // Maximum sentences, long-stops, commencement dates and telephone numbers that no primary page confirmed.
        var unconfirmed = new Regex(@"66AE|179\(8\)|\bmax|five years|six years|6 years|85258|0300 123 3393|01803|aggravated", RegexOptions.IgnoreCase);
        Assert.All(Texts(), text => Assert.DoesNotMatch(unconfirmed, text));
    }

    [Fact]
    public void Nobody_Is_Told_That_Threats_Or_False_Messages_Fall_Under_The_Old_Act()
    {
        var old = Assert.Single(Library.Law.Entries, entry => entry.Text.Contains("Malicious Communications", StringComparison.Ordinal));
        Assert.Contains("Since 31 January 2024 its parts about threats and false information are in the Online Safety Act 2023", old.Text, StringComparison.Ordinal);
        Assert.StartsWith("This is not legal advice.", Library.Law.NotAdvice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Sexual_Image_Is_Never_To_Be_Uploaded_And_The_Right_Bodies_Are_Named()
    {
        Assert.Equal(
            "Never upload, screenshot, save or send on an intimate or sexual image. Here we only take the link and your words.",
            Library.SexualImage.Never);
        Assert.Contains(Library.SexualImage.Adult, line => line.Contains("Revenge Porn Helpline", StringComparison.Ordinal));
        Assert.Contains(Library.SexualImage.Child, line => line.Contains("Internet Watch Foundation", StringComparison.Ordinal));
        Assert.Contains(Library.SexualImage.Child, line => line.Contains("Do not save it", StringComparison.Ordinal));
        Assert.Contains(Library.SexualImage.Sources, source => source.Url.Host == "www.iwf.org.uk");
    }

    [Fact]
    public void Danger_Means_999_First()
    {
        Assert.Equal("Is someone in danger now? Call 999.", Library.Danger.Emergency);
        Assert.Contains("101", Library.Danger.NotEmergency, StringComparison.Ordinal);
        Assert.StartsWith("Call 999", Library.Danger.Steps[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Doctors_Lines_Are_Not_Offered_To_Everybody()
    {
        Assert.DoesNotContain(Library.Support.Everyone, line => line.For.Contains("octors", StringComparison.Ordinal));
        Assert.All(Library.Support.Doctors, line => Assert.Contains("Doctors", line.For, StringComparison.Ordinal));
        Assert.Contains(Library.Support.Everyone, line => line.Contact == "116 123");
    }

    [Fact]
    public void Sentences_That_Promise_Something_Are_Said_To_The_Letter()
    {
        Assert.Equal(
            "This number (SHA-256) shows whether a file has changed since we received it. "
            + "It does not prove that the post was genuine, who wrote it or when.",
            Library.Sentences.HashReceipt);
        Assert.Equal(
            "Please do not reply to the post and do not contact the person who wrote it. "
            + "A reply can spread it, and it could show that somebody is a patient.",
            Library.Sentences.DoNotReply);
        Assert.Equal(
            "A picture you attached as a file also stays in your own OneDrive. We cannot delete it there.",
            Library.Sentences.OriginalInOneDrive);
    }

    [Fact]
    public void The_Reporter_Learns_Nothing_About_Staff_Or_Legal_Matters() =>
        Assert.All(
            Enum.GetValues<DecisionOutcome>(),
            outcome => Assert.DoesNotMatch("(?i)legal|solicitor|staff|HR\\b|disciplin", Library.Outcome(outcome).ForReporter));

    [Fact]
    public void Guidance_Says_When_It_Wants_To_Be_Read_Again()
    {
        var edition = Library.Edition;
        Assert.False(edition.IsDueForReview(edition.ReviewBy));
        Assert.True(edition.IsDueForReview(edition.ReviewBy.AddDays(1)));
    }

    /// <summary>
    /// A decision stores only the version; what the person saw must be found again by it. When you change the content, give the edition a
    /// new version and put the new pair here.
    /// </summary>
    [Fact]
    public void Content_Cannot_Change_Under_The_Same_Version()
    {
        var assembly = typeof(GuidanceContent).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.Contains(".Guidance.Content.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var all = string.Concat(names.Select(name => new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8).ReadToEnd()));
        Assert.Equal(("2026-11-23.2", "4d958e72a04b21f5"), (Library.Version, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..16]));
    }

    private static void AllDifferent<T>(Func<T, string> label)
        where T : struct, Enum
    {
        var labels = Enum.GetValues<T>().Select(label).ToList();
        Assert.All(labels, text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.Equal(labels.Count, labels.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    /// <summary>Every text somewhere in the content; addresses are not texts.</summary>
    private static IEnumerable<string> Texts() => TextsOf(Content);

    private static IEnumerable<string> TextsOf(object? value) => value switch
    {
        null or Uri => [],
        string text => [text],
        System.Collections.IDictionary entries => entries.Values.Cast<object>().SelectMany(TextsOf),
        System.Collections.IEnumerable items => items.Cast<object>().SelectMany(TextsOf),
        _ when value.GetType().Namespace == typeof(GuidanceContent).Namespace => value.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property => TextsOf(property.GetValue(value))),
        _ => [],
    };
}
