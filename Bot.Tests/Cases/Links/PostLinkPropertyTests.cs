using Rowcroft.TeamsBot.Cases.Links;

namespace Rowcroft.TeamsBot.Tests.Cases.Links;

/// <summary>What must hold for every link, tried with many that are made up from a fixed seed.</summary>
public sealed class PostLinkPropertyTests
{
    private const int Rounds = 20_000;

    /// <summary>Ways to write a link to post {0} with comment {1}; a way without {1} cannot name the comment.</summary>
    private static readonly (string Platform, string[] Ways)[] Platforms =
    [
        ("facebook", ["https://www.facebook.com/rowcroft/posts/{0}?comment_id={1}", "https://m.facebook.com/story.php?story_fbid={0}&id=77&comment_id={1}",
            "https://www.facebook.com/groups/31/permalink/{0}/?comment_id={1}", "https://m.facebook.com/comment/replies/?ctoken={0}_{1}"]),
        ("instagram", ["https://www.instagram.com/p/C{0}/c/{1}/", "https://instagram.com/ann/reel/C{0}/c/{1}"]),
        ("x", ["https://x.com/ann/status/{0}", "https://mobile.twitter.com/other/status/{0}/photo/1"]),
        ("youtube", ["https://www.youtube.com/watch?v=v{0}&lc={1}", "https://youtu.be/v{0}?lc={1}", "https://m.youtube.com/shorts/v{0}?lc={1}"]),
        ("tiktok", ["https://www.tiktok.com/@ann/video/{0}?comment_id={1}", "https://m.tiktok.com/v/{0}.html?share_comment_id={1}"]),
        ("linkedin", ["https://www.linkedin.com/posts/ann_words-activity-{0}-aB1?commentUrn=urn:li:comment:(activity:{0},{1})",
            "https://uk.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A{0}?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A{0}%2C{1}%29"]),
        ("reddit", ["https://old.reddit.com/r/torquay/comments/{0}/rude/{1}/", "https://reddit.com/r/torquay/comments/{0}/comment/{1}"]),
        ("elsewhere", ["https://www.forum.example/thread/{0}#c{1}", "http://forum.example:80/thread/{0}/#c{1}"]),
    ];

    private static readonly string[] Noise =
        ["fbclid=IwAR1", "utm_source=share", "igsh=MzRl", "gclid=1", "mibextid=x", "__tn__=R", "__cft__[0]=AZ", "ref_src=twsrc%5Etfw", "_ga=2.1"];

    [Fact]
    public void The_Same_Post_Is_The_Same_However_It_Was_Copied_And_Different_Posts_Never_Meet()
    {
        var random = new Random(20_261_123);
        var seen = new Dictionary<string, (string Platform, int Post, int Comment)>();
        for (var round = 0; round < Rounds; round++)
        {
            var (platform, ways) = Platforms[random.Next(Platforms.Length)];
            var way = ways[random.Next(ways.Length)];
            var (post, comment) = (random.Next(200), way.Contains("{1}", StringComparison.Ordinal) ? random.Next(50) : -1);
            var link = Noisy(string.Format(null, way, 122_101_000_000_000_000 + post, 1_000 + comment), random);

            var canonical = PostLink.Canonical(link);

            Assert.NotNull(canonical);
            Assert.Equal(canonical, PostLink.Canonical(canonical));
            if (!seen.TryAdd(canonical, (platform, post, comment)))
            {
                Assert.Equal(seen[canonical], (platform, post, comment));
            }
        }

        // As many spellings as posts: none has two.
        Assert.Equal(seen.Count, seen.Values.Distinct().Count());
    }

    [Fact]
    public void Whatever_Somebody_Pastes_The_Second_Time_Changes_Nothing()
    {
        var random = new Random(4_711);
        const string Letters = "abAZ09%/.:?#&=+-_~!'()@[]{}\\ \u00e9\u202e\ud83d\ude00\"<>,;*$|^`2eEfF";
        string[] beginnings =
            ["https://facebook.com/", "http://www.www.x.com/", "https://www.com/", "https://", "https://youtu.be/", "https://l.facebook.com/l.php?u=",
                "https://google.com/maps/reviews/", "https://forum.example/", "https://[::1]/", "https://linkedin.com/posts/", "https://b\u00fccher.example/"];
        for (var round = 0; round < Rounds; round++)
        {
            var tail = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Letters[random.Next(Letters.Length)]));
            var canonical = PostLink.Canonical(beginnings[random.Next(beginnings.Length)] + tail);

            Assert.Equal(canonical, PostLink.Canonical(canonical));
        }
    }

    private static string Noisy(string link, Random random)
    {
        var noise = string.Join('&', Noise.Where(_ => random.Next(3) == 0));
        if (noise.Length == 0)
        {
            return link;
        }

        var (address, fragment) = link.Split('#', 2) is [var before, var after] ? (before, "#" + after) : (link, "");
        return address + (address.Contains('?') ? "&" : "?") + noise + fragment;
    }
}
