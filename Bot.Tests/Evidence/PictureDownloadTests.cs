using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Rowcroft.TeamsBot.Evidence;
using static Rowcroft.TeamsBot.Tests.Evidence.EvidenceRig;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>Fetching over real HTTP, and everything that may be wrong with what is fetched.</summary>
public sealed class PictureDownloadTests
{
    [Fact]
    public async Task The_Bots_Token_Goes_To_The_Connector_For_A_Pasted_Picture()
    {
        await using var rig = await StartAsync();
        await rig.SealAsync(Pasted(rig.Server.Serve("/v3/attachments/1/views/original", SamplePictures.Png())));
        Assert.Equal(("/v3/attachments/1/views/original", Token), Assert.Single(rig.Server.Requests));
    }

    [Fact]
    public async Task The_Bots_Token_Never_Goes_To_An_Authorised_Link_Even_On_The_Connectors_Host()
    {
        await using var rig = await StartAsync();
        await rig.SealAsync(Attached(rig.Server.Serve("/download", SamplePictures.Png())));
        Assert.Null(Assert.Single(rig.Server.Requests).Authorization);
    }

    [Fact]
    public async Task The_Bots_Token_Does_Not_Follow_A_Redirect_To_Another_Host()
    {
        await using var rig = await StartAsync();
        await using var elsewhere = await PictureServer.StartAsync();
        await rig.SealAsync(Pasted(rig.Server.Redirect("/1", elsewhere.Serve("/2", SamplePictures.Png()))));
        Assert.Equal(Token, Assert.Single(rig.Server.Requests).Authorization);
        Assert.Null(Assert.Single(elsewhere.Requests).Authorization);
    }

    [Fact]
    public async Task The_Bots_Token_Does_Not_Go_To_A_Host_That_A_Message_Merely_Names()
    {
        await using var rig = await StartAsync();
        await using var elsewhere = await PictureServer.StartAsync();
        await rig.SealAsync(Pasted(elsewhere.Serve("/1", SamplePictures.Png())));
        Assert.Null(Assert.Single(elsewhere.Requests).Authorization);
    }

    [Fact]
    public async Task Without_An_App_Id_There_Is_No_Token()
    {
        await using var rig = await StartAsync(settings: ("MicrosoftAppId", ""));
        await rig.SealAsync(Pasted(rig.Server.Serve("/1", SamplePictures.Png())));
        Assert.Null(Assert.Single(rig.Server.Requests).Authorization);
    }

    [Fact]
    public async Task A_Picture_Refused_Once_Is_Asked_For_Again()
    {
        await using var rig = await StartAsync();
        await rig.SealAsync(Pasted(rig.Server.Answer("/1", PictureServer.Status(403), PictureServer.Picture(SamplePictures.Png()))));
        Assert.Equal([Token, Token], rig.Server.Requests.Select(request => request.Authorization));
    }

    [Theory]
    [InlineData(403, "AccessDenied", 2)]
    [InlineData(401, "AccessDenied", 2)]
    [InlineData(404, "NoLongerThere", 1)]
    [InlineData(410, "NoLongerThere", 1)]
    [InlineData(500, "Unreachable", 2)]
    [InlineData(429, "Unreachable", 2)]
    [InlineData(304, "Unreachable", 2)]
    public async Task A_Picture_That_Teams_Does_Not_Give_Is_Named_With_Its_Reason(int status, string reason, int requests)
    {
        await using var rig = await StartAsync();
        var refused = await rig.RefuseAsync(Pasted(rig.Server.Serve("/1", PictureServer.Status(status))));
        Assert.Equal(reason, refused.Reason.ToString());
        Assert.Equal(requests, rig.Server.Requests.Count);
    }

    [Theory]
    [InlineData("https://evil.example/post.png")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://10.0.0.1/post.png")]
    [InlineData("https://contoso.sharepoint.com@evil.example/post.png")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:image/png;base64,iVBORw0KGgo=")]
    [InlineData("no address")]
    public async Task A_Foreign_Address_Is_Not_Opened(string address)
    {
        await using var rig = await StartAsync();
        Assert.Equal(EvidenceRefusal.ForeignAddress, (await rig.RefuseAsync(Pasted(address))).Reason);
        Assert.Equal(EvidenceRefusal.ForeignAddress, (await rig.RefuseAsync(Attached(address))).Reason);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://192.168.0.1/")]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("file:///etc/passwd")]
    public async Task A_Redirect_To_A_Foreign_Or_Private_Address_Is_Not_Followed(string location)
    {
        await using var rig = await StartAsync();
        Assert.Equal(EvidenceRefusal.ForeignAddress, (await rig.RefuseAsync(Pasted(rig.Server.Redirect("/1", location)))).Reason);
    }

    [Fact]
    public async Task Three_Redirects_Are_Followed_And_A_Fourth_Is_Not()
    {
        await using var rig = await StartAsync();
        rig.Server.Serve("/5", SamplePictures.Png());
        rig.Server.Redirect("/4", "/5");
        rig.Server.Redirect("/3", "/4");
        rig.Server.Redirect("/2", "/3");
        Assert.Equal(EvidenceRefusal.ForeignAddress, (await rig.RefuseAsync(Pasted(rig.Server.Redirect("/1", "/2")))).Reason);
        await rig.SealAsync(Pasted(rig.Server.Origin + "/2"));
    }

    [Fact]
    public async Task Outside_Development_This_Machine_Gives_No_Evidence()
    {
        await using var rig = await StartAsync("Production");
        Assert.Equal(EvidenceRefusal.ForeignAddress, (await rig.RefuseAsync(Pasted(rig.Server.Serve("/1", SamplePictures.Png())))).Reason);
        Assert.Empty(rig.Server.Requests);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:10.0.0.1")]
    public async Task Outside_Development_A_Teams_Name_That_Leads_To_A_Private_Address_Is_Not_Opened(string answer)
    {
        var lies = new GuardedConnect((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(answer)]), allowLoopback: false);
        await using var rig = await StartAsync("Production", services => services.AddSingleton(lies));
        Assert.Equal(EvidenceRefusal.ForeignAddress, (await rig.RefuseAsync(Attached("https://pictures.sharepoint.com/1"))).Reason);
    }

    [Fact]
    public async Task A_Configured_List_Of_Hosts_Replaces_The_Default()
    {
        var nowhere = new GuardedConnect((_, _) => throw new SocketException((int)SocketError.HostNotFound), allowLoopback: false);
        await using var rig = await StartAsync(
            "Production", services => services.AddSingleton(nowhere), ("Evidence:AllowedHosts:0", "contoso-my.sharepoint.com"));
        Assert.Equal(EvidenceRefusal.Unreachable, (await rig.RefuseAsync(Attached("https://contoso-my.sharepoint.com/1"))).Reason);
        Assert.Equal(EvidenceRefusal.ForeignAddress, (await rig.RefuseAsync(Attached("https://other.sharepoint.com/1"))).Reason);
    }

    [Fact]
    public async Task A_Picture_Of_25_MB_Is_Too_Large_Whether_Or_Not_It_Says_So()
    {
        await using var rig = await StartAsync();
        var large = SamplePictures.PngOf(25 * 1024 * 1024);
        var told = rig.Server.Serve("/told", context =>
        {
            context.Response.ContentLength = large.Length;
            return context.Response.Body.WriteAsync(large).AsTask();
        });

        var refused = await rig.RefuseAsync(Pasted(told));
        Assert.Equal(EvidenceRefusal.TooLarge, refused.Reason);
        Assert.Equal("It is larger than 20 MB. Please crop it or send it in parts.", refused.Sentence);
        Assert.Equal(EvidenceRefusal.TooLarge, (await rig.RefuseAsync(Pasted(rig.Server.Serve("/untold", large)))).Reason);
    }

    [Fact]
    public async Task Reading_Stops_As_Soon_As_It_Is_Too_Much()
    {
        await using var rig = await StartAsync(settings: ("Evidence:MaxBytes", "100000"));
        var gone = new TaskCompletionSource();
        var fiftyMegabytes = rig.Server.Serve("/1", async context =>
        {
            context.RequestAborted.Register(gone.SetResult);
            for (var sent = 0; sent < 50_000 && !context.RequestAborted.IsCancellationRequested; sent++)
            {
                await context.Response.Body.WriteAsync(new byte[1_000], context.RequestAborted);
            }
        });

        Assert.Equal(EvidenceRefusal.TooLarge, (await rig.RefuseAsync(Pasted(fiftyMegabytes))).Reason);
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_Picture_Of_Exactly_The_Limit_Is_Kept()
    {
        var png = SamplePictures.PngOf(5_000);
        await using var rig = await StartAsync(settings: ("Evidence:MaxBytes", $"{png.Length}"));
        Assert.Equal(png.Length, (await rig.SealAsync(Pasted(rig.Server.Serve("/1", png)))).Size);
    }

    [Fact]
    public async Task A_Truncated_Picture_And_An_Empty_File_Are_Not_Kept()
    {
        await using var rig = await StartAsync();
        Assert.Equal(EvidenceRefusal.Incomplete, (await rig.RefuseAsync(Attached(rig.Server.Serve("/1", SamplePictures.Png()[..^6])))).Reason);
        Assert.Equal(EvidenceRefusal.Empty, (await rig.RefuseAsync(Attached(rig.Server.Serve("/2", Array.Empty<byte>())))).Reason);
    }

    [Fact]
    public async Task A_Lying_Length_Does_Not_Seal_Half_A_Picture()
    {
        await using var rig = await StartAsync();
        var png = SamplePictures.PngOf(500);
        Assert.Equal(EvidenceRefusal.Incomplete, (await LieAsync(rig, png, png.Length - 100)).Reason);
        Assert.Equal(EvidenceRefusal.Unreachable, (await LieAsync(rig, png, png.Length + 100)).Reason);
    }

    [Fact]
    public async Task A_Picture_That_Never_Ends_Is_Given_Up_And_Leaves_Nothing()
    {
        await using var rig = await StartAsync();
        var asked = new TaskCompletionSource();
        var slow = rig.Server.Serve("/1", async context =>
        {
            await context.Response.Body.WriteAsync(SamplePictures.Png()[..20]);
            await context.Response.Body.FlushAsync();
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });

        var refused = rig.RefuseAsync(Pasted(slow));
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(refused.IsCompleted);
        rig.Time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(EvidenceRefusal.TimedOut, (await refused.WaitAsync(TimeSpan.FromSeconds(30))).Reason);
    }

    [Fact]
    public async Task Nobody_Listening_Is_Unreachable()
    {
        await using var rig = await StartAsync();
        using var port = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        port.Bind(new IPEndPoint(IPAddress.Loopback, 0)); // taken, so that nobody else comes to listen there
        var address = $"http://{port.LocalEndPoint}/1";
        Assert.Equal(EvidenceRefusal.Unreachable, (await rig.RefuseAsync(Pasted(address))).Reason);
    }

    /// <summary>A server that says one length and sends another, for as often as it is asked.</summary>
    private static async Task<EvidenceOutcome.Refused> LieAsync(EvidenceRig rig, byte[] bytes, int length)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = new CancellationTokenSource();
        var serving = Task.Run(async () =>
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await using var stream = client.GetStream();
                _ = await stream.ReadAsync(new byte[4_096], stop.Token);
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n"), stop.Token);
                await stream.WriteAsync(bytes, stop.Token);
            }
        });
        var refused = await rig.RefuseAsync(Pasted($"http://{listener.LocalEndpoint}/1"));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => serving);
        return refused;
    }
}
