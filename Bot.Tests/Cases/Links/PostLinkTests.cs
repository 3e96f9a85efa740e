using Rowcroft.TeamsBot.Cases.Links;

namespace Rowcroft.TeamsBot.Tests.Cases.Links;

public sealed class PostLinkTests
{
    private const string Review = "ChZDSUhNMG9nS0VJQ0FnSUNabnBfaEVBEAE";

    [Theory]

    // Facebook: the page's name, the page's number, the phone's pages, languages, tracking.
    [InlineData("https://www.facebook.com/rowcroft/posts/1024", "https://facebook.com/rowcroft/posts/1024")]
    [InlineData("https://m.facebook.com/rowcroft/posts/1024?fbclid=IwAR0abc", "https://facebook.com/rowcroft/posts/1024")]
    [InlineData("http://facebook.com/Rowcroft/posts/1024/", "https://facebook.com/rowcroft/posts/1024")]
    [InlineData("https://en-gb.facebook.com/rowcroft/posts/1024?__cft__[0]=AZX&__tn__=%2CO%2CP-R", "https://facebook.com/rowcroft/posts/1024")]
    [InlineData("https://www.facebook.com:443/rowcroft/posts/1024#", "https://facebook.com/rowcroft/posts/1024")]
    [InlineData("https://m.facebook.com/story.php?story_fbid=1024&id=77&mibextid=Nif5oz", "https://facebook.com/77/posts/1024")]
    [InlineData("https://www.facebook.com/permalink.php?id=77&story_fbid=1024&ref=share", "https://facebook.com/77/posts/1024")]
    [InlineData("https://www.facebook.com/77_1024", "https://facebook.com/77/posts/1024")]
    [InlineData("https://www.facebook.com/rowcroft/posts/122101234567890123", "https://facebook.com/posts/122101234567890123")]
    [InlineData("https://www.facebook.com/rowcroft/posts/rude-words/122101234567890123/?__tn__=R", "https://facebook.com/posts/122101234567890123")]
    [InlineData("https://mbasic.facebook.com/story.php?story_fbid=122101234567890123&id=100064&refid=17", "https://facebook.com/posts/122101234567890123")]
    [InlineData("https://web.facebook.com/groups/torquaylocal/posts/122101234567890123/", "https://facebook.com/posts/122101234567890123")]
    [InlineData("https://www.facebook.com/groups/31/permalink/122101234567890123/?rdid=x&share_url=y", "https://facebook.com/posts/122101234567890123")]
    [InlineData("https://m.facebook.com/groups/31?view=permalink&id=122101234567890123", "https://facebook.com/posts/122101234567890123")]
    [InlineData("https://www.facebook.com/groups/31/?multi_permalinks=122101234567890123&hoisted_section_header_type=recently_seen", "https://facebook.com/posts/122101234567890123")]
    [InlineData("https://www.facebook.com/groups/TorquayLocal/permalink/55", "https://facebook.com/groups/torquaylocal/posts/55")]
    [InlineData("https://www.facebook.com/rowcroft/posts/pfbid02AbCdEf?ref=embed_post", "https://facebook.com/posts/pfbid02AbCdEf")]
    [InlineData("https://fb.com/story.php?id=9&story_fbid=pfbid02AbCdEf", "https://facebook.com/posts/pfbid02AbCdEf")]
    [InlineData("https://www.facebook.com/rowcroft/posts/1024?comment_id=5", "https://facebook.com/rowcroft/posts/1024?comment_id=5")]
    [InlineData("https://m.facebook.com/rowcroft/posts/1024?reply_comment_id=6&comment_id=5&fbclid=1", "https://facebook.com/rowcroft/posts/1024?comment_id=5&reply_comment_id=6")]
    [InlineData("https://www.facebook.com/rowcroft/posts/1024?comment_id=Y29tbWVudDoxMDI0XzU%3D", "https://facebook.com/rowcroft/posts/1024?comment_id=5")]
    [InlineData("https://m.facebook.com/comment/replies/?ctoken=122101234567890123_5&count=2", "https://facebook.com/posts/122101234567890123?comment_id=5")]
    [InlineData("https://www.facebook.com/photo/?fbid=330&set=a.12", "https://facebook.com/photo/330")]
    [InlineData("https://m.facebook.com/photo.php?fbid=330&id=77&set=a.12&type=3", "https://facebook.com/photo/330")]
    [InlineData("https://www.facebook.com/rowcroft/photos/a.12/330/?type=3", "https://facebook.com/photo/330")]
    [InlineData("https://www.facebook.com/photo?fbid=330&comment_id=5", "https://facebook.com/photo/330?comment_id=5")]
    [InlineData("https://www.facebook.com/watch/?v=440&ref=saved", "https://facebook.com/videos/440")]
    [InlineData("https://www.facebook.com/rowcroft/videos/rude/440/", "https://facebook.com/videos/440")]
    [InlineData("https://www.facebook.com/reel/440?s=chYV&fs=e", "https://facebook.com/videos/440")]
    [InlineData("https://fb.watch/aBc123/?mibextid=x", "https://fb.watch/aBc123")]
    [InlineData("https://www.facebook.com/share/p/1AbCdE/?mibextid=wwXIfr", "https://facebook.com/share/p/1AbCdE")]
    [InlineData("https://www.facebook.com/share/1AbCdE/", "https://facebook.com/share/1AbCdE")]
    [InlineData("https://l.facebook.com/l.php?u=https%3A%2F%2Fx.com%2Fann%2Fstatus%2F20%3Fs%3D20&h=AT0", "https://x.com/i/status/20")]

    // Instagram.
    [InlineData("https://www.instagram.com/p/CxYz-1_A/", "https://instagram.com/p/CxYz-1_A")]
    [InlineData("https://instagram.com/reel/CxYz-1_A/?igsh=MzRlODBi&utm_source=ig_web_copy_link", "https://instagram.com/p/CxYz-1_A")]
    [InlineData("https://www.instagram.com/angry.patient/p/CxYz-1_A/?img_index=2", "https://instagram.com/p/CxYz-1_A")]
    [InlineData("https://m.instagram.com/angry.patient/reel/CxYz-1_A", "https://instagram.com/p/CxYz-1_A")]
    [InlineData("https://www.instagram.com/p/CxYz-1_A/c/1791/?igshid=1", "https://instagram.com/p/CxYz-1_A/c/1791")]
    [InlineData("https://www.instagram.com/p/CxYz-1_A/c/1791/r/1802/", "https://instagram.com/p/CxYz-1_A/c/1791/r/1802")]
    [InlineData("https://instagram.com/stories/Angry.Patient/31/", "https://instagram.com/stories/angry.patient/31")]

    // X.
    [InlineData("https://twitter.com/Ann/status/1790?s=20&t=abc", "https://x.com/i/status/1790")]
    [InlineData("https://mobile.twitter.com/ann/status/1790?ref_src=twsrc%5Etfw", "https://x.com/i/status/1790")]
    [InlineData("https://x.com/ann/status/1790/photo/1", "https://x.com/i/status/1790")]
    [InlineData("https://x.com/i/web/status/1790", "https://x.com/i/status/1790")]
    [InlineData("https://www.x.com/renamed/statuses/1790#m", "https://x.com/i/status/1790")]

    // YouTube.
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42s", "https://youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ?si=AbC&t=42", "https://youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://m.youtube.com/shorts/dQw4w9WgXcQ?feature=share", "https://youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", "https://youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/watch?list=PL1&v=dQw4w9WgXcQ&lc=UgyA&si=x", "https://youtube.com/watch?v=dQw4w9WgXcQ&lc=UgyA")]
    [InlineData("https://www.youtube.com/channel/UC1/community?lb=Ugkx-1", "https://youtube.com/post/Ugkx-1")]

    // TikTok.
    [InlineData("https://www.tiktok.com/@ann.p/video/7301?is_from_webapp=1&sender_device=pc", "https://tiktok.com/video/7301")]
    [InlineData("https://m.tiktok.com/v/7301.html?u_code=1", "https://tiktok.com/video/7301")]
    [InlineData("https://www.tiktok.com/@renamed/photo/7301?_r=1&_t=x", "https://tiktok.com/video/7301")]
    [InlineData("https://vm.tiktok.com/ZGeAbC/", "https://vm.tiktok.com/ZGeAbC")]
    [InlineData("https://www.tiktok.com/t/ZGeAbC/?k=1", "https://tiktok.com/t/ZGeAbC")]
    [InlineData("https://www.tiktok.com/@ann/video/7301?share_comment_id=88&_r=1", "https://tiktok.com/video/7301?comment_id=88")]

    // LinkedIn.
    [InlineData("https://www.linkedin.com/posts/ann-patient_rude-words-activity-7123-AbCd?utm_source=share&rcm=1", "https://linkedin.com/feed/update/urn:li:activity:7123")]
    [InlineData("https://uk.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7123/", "https://linkedin.com/feed/update/urn:li:activity:7123")]
    [InlineData("https://www.linkedin.com/feed/update/urn:li:share:7123", "https://linkedin.com/feed/update/urn:li:share:7123")]
    [InlineData("https://www.linkedin.com/posts/ann_words-ugcPost-7123-x1", "https://linkedin.com/feed/update/urn:li:ugcPost:7123")]
    [InlineData("https://www.linkedin.com/feed/update/urn:li:activity:7123?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A7123%2C55%29", "https://linkedin.com/feed/update/urn:li:activity:7123?commentUrn=55")]
    [InlineData("https://www.linkedin.com/feed/update/urn:li:activity:7123?dashCommentUrn=urn:li:fsd_comment:(55,urn:li:activity:7123)", "https://linkedin.com/feed/update/urn:li:activity:7123?commentUrn=55")]

    // Reviews.
    [InlineData("https://www.google.com/maps/reviews/data=!4m8!14m7!1m6!2m5!1s" + Review + "!2m1!1s0x0:0x1!3m1!1s2@1?hl=en", "https://google.com/maps/reviews/" + Review)]
    [InlineData("https://www.google.co.uk/maps/reviews/data=!4m5!14m4!1m3!1m2!1s" + Review + "!2s0?entry=ttu", "https://google.com/maps/reviews/" + Review)]
    [InlineData("https://maps.google.com/maps/contrib/114/place/ChIJx/@50.4,-3.5,17z?hl=en", "https://google.com/maps/contrib/114/place/ChIJx")]
    [InlineData("https://maps.app.goo.gl/AbC123?g_st=ic", "https://maps.app.goo.gl/AbC123")]
    [InlineData("https://www.nhs.uk/Services/gp-surgery/rowcroft/L83013/ratings-and-reviews#review-4411", "https://nhs.uk/services/gp-surgery/rowcroft/l83013/ratings-and-reviews#review-4411")]

    // Nextdoor and Reddit.
    [InlineData("https://nextdoor.co.uk/p/AbC-1?utm_source=share&extras=x", "https://nextdoor.com/p/AbC-1")]
    [InlineData("https://nextdoor.com/p/AbC-1/c/99", "https://nextdoor.com/p/AbC-1?comment=99")]
    [InlineData("https://old.reddit.com/r/Torquay/comments/1AbC/rude/", "https://reddit.com/comments/1abc")]
    [InlineData("https://redd.it/1abc", "https://reddit.com/comments/1abc")]
    [InlineData("https://www.reddit.com/r/torquay/comments/1abc/rude/k9x/?context=3", "https://reddit.com/comments/1abc/-/k9x")]
    [InlineData("https://www.reddit.com/r/torquay/comments/1abc/comment/k9x/", "https://reddit.com/comments/1abc/-/k9x")]

    // Everywhere else.
    [InlineData("HTTP://WWW.Example.ORG:80/Thread/5/?utm_medium=x&b=2&a=1", "https://example.org/Thread/5?a=1&b=2")]
    [InlineData("https://forum.example/t/5#comment-77", "https://forum.example/t/5#comment-77")]
    [InlineData("https://forum.example/t/5#top", "https://forum.example/t/5")]
    [InlineData("https://forum.example/#/t/5", "https://forum.example#/t/5")]
    [InlineData("https://forum.example/a%2db/%7eann/%c3%a9?q=a+b", "https://forum.example/a-b/~ann/%C3%A9?q=a%20b")]
    [InlineData("https://forum.example/é", "https://forum.example/%C3%A9")]
    [InlineData("https://bücher.example./x", "https://xn--bcher-kva.example/x")]
    [InlineData("https://forum.example:8443/a/../b/./c//d", "https://forum.example:8443/b/c/d")]
    [InlineData("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Ftwitter.com%2Fann%2Fstatus%2F20&data=05", "https://x.com/i/status/20")]
    public void A_Link_Has_One_Spelling(string link, string canonical)
    {
        Assert.Equal(canonical, PostLink.Canonical(link));
        Assert.Equal(canonical, PostLink.Canonical(canonical));
        Assert.Equal(64, PostLink.Key(link)!.Length);
        Assert.Equal(PostLink.Key(canonical), PostLink.Key(link));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("facebook")]
    [InlineData("www.facebook.com/rowcroft/posts/1024")]
    [InlineData("ftp://facebook.com/rowcroft")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://")]
    [InlineData("https:///rowcroft")]
    [InlineData("http://exa mple/x")]
    [InlineData("mailto:ann@example.org")]
    public void What_Is_No_Web_Address_Has_No_Spelling(string? text)
    {
        Assert.Null(PostLink.Canonical(text));
        Assert.Null(PostLink.Key(text));
    }

    [Theory]
    [InlineData("https://www.facebook.com/rowcroft")]
    [InlineData("https://www.facebook.com/rowcroft/reviews/?ref=page_internal")]
    [InlineData("https://www.facebook.com/groups/torquaylocal")]
    [InlineData("https://www.facebook.com/profile.php?id=100064")]
    [InlineData("https://www.instagram.com/angry.patient/")]
    [InlineData("https://x.com/ann")]
    [InlineData("https://x.com/ann/status/latest")]
    [InlineData("https://www.youtube.com/@rowcroft")]
    [InlineData("https://www.youtube.com/watch?list=PL1")]
    [InlineData("https://www.tiktok.com/@ann")]
    [InlineData("https://www.linkedin.com/in/ann")]
    [InlineData("https://www.google.com/maps/place/Rowcroft/@50.4,-3.5,17z/data=!3m1")]
    [InlineData("https://www.google.com/search?q=rowcroft+reviews")]
    [InlineData("https://www.nhs.uk/services/gp-surgery/rowcroft/L83013/ratings-and-reviews")]
    [InlineData("https://nextdoor.co.uk/neighbourhood/torquay")]
    [InlineData("https://www.reddit.com/r/torquay/")]
    [InlineData("https://chat.whatsapp.com/AbC123")]
    [InlineData("https://example.org/")]
    public void Where_Everybodys_Posts_Have_The_Same_Address_Nothing_Is_Compared(string link)
    {
        Assert.NotNull(PostLink.Canonical(link));
        Assert.Equal(PostLink.Canonical(link), PostLink.Canonical(PostLink.Canonical(link)));
        Assert.Null(PostLink.Key(link));
    }

    [Fact]
    public void A_Link_Wrapped_In_Itself_Comes_To_An_End()
    {
        var link = "https://x.com/ann/status/20";
        for (var wrap = 0; wrap < 6; wrap++)
        {
            link = $"https://l.facebook.com/l.php?u={Uri.EscapeDataString(link)}";
        }

        Assert.NotNull(PostLink.Canonical(link));
    }
}
