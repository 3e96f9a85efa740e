using System.Net;
using System.Net.Sockets;
using Rowcroft.TeamsBot.Evidence;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>Where evidence may come from.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/uk/v3/attachments/1/views/original", true)]
    [InlineData("https://SMBA.trafficmanager.net/uk/", true)]
    [InlineData("https://contoso-my.sharepoint.com/personal/x/_layouts/15/download.aspx?tempauth=y", true)]
    [InlineData("https://westeurope1-mediap.svc.ms/transform", true)]
    [InlineData("https://eu-api.asm.skype.com/v1/objects/0", true)]
    [InlineData("https://eu-prod.asyncgw.teams.microsoft.com/v1/objects/0", true)]
    [InlineData("http://contoso-my.sharepoint.com/x", false)] // not https
    [InlineData("https://contoso-my.sharepoint.com:8443/x", false)] // another port
    [InlineData("https://user:secret@contoso-my.sharepoint.com/x", false)]
    [InlineData("https://evil.trafficmanager.net/x", false)] // anybody can have that name
    [InlineData("https://sharepoint.com/x", false)] // only below it
    [InlineData("https://evilsharepoint.com/x", false)]
    [InlineData("https://contoso.sharepoint.com.evil.example/x", false)]
    [InlineData("https://contoso.sharepoint.com./x", false)]
    [InlineData("https://evil.example/?contoso.sharepoint.com", false)]
    [InlineData("https://evil.example/x#.sharepoint.com", false)]
    [InlineData("https://169.254.169.254/metadata", false)]
    [InlineData("http://169.254.169.254/metadata", false)]
    [InlineData("https://[::1]/x", false)]
    [InlineData("https://localhost/x", false)]
    [InlineData("http://127.0.0.1:3980/x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("ftp://contoso-my.sharepoint.com/x", false)]
    [InlineData("data:image/png;base64,AAAA", false)]
    public void Only_Hosts_That_Teams_Uses_Are_Asked(string address, bool allowed) =>
        Assert.Equal(allowed, new AllowedAddresses(EvidenceOptions.TeamsHosts, allowLoopback: false).Contains(new Uri(address)));

    [Theory]
    [InlineData("http://127.0.0.1:3980/x", true)]
    [InlineData("http://localhost:3980/x", true)]
    [InlineData("http://[::1]:3980/x", true)]
    [InlineData("http://me@localhost:3980/x", false)]
    [InlineData("http://10.0.0.1/x", false)]
    [InlineData("http://192.168.1.10:3980/x", false)]
    public void On_A_Developers_Machine_Also_That_Machine(string address, bool allowed) =>
        Assert.Equal(allowed, new AllowedAddresses(EvidenceOptions.TeamsHosts, allowLoopback: true).Contains(new Uri(address)));

    [Fact]
    public void Relative_Addresses_Are_None() =>
        Assert.False(new AllowedAddresses(["*.example.org"], allowLoopback: true).Contains(new Uri("/x", UriKind.Relative)));

    [Theory]
    [InlineData("13.107.136.1", true)]
    [InlineData("52.112.0.1", true)]
    [InlineData("2603:1063::1", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.8.8.8", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("198.19.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2001::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd12:3456::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("ff02::1", false)]
    public void Private_Networks_And_The_Clouds_Own_Addresses_Are_Not_Public(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public async Task A_Name_That_Leads_To_This_Machine_Is_Never_Connected_To()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        await Assert.ThrowsAsync<BlockedAddressException>(async () =>
            await Guard("127.0.0.1", allowLoopback: false).ConnectAsync(new DnsEndPoint("pictures.sharepoint.com", port), default));
        await Assert.ThrowsAsync<BlockedAddressException>(async () =>
            await Guard("93.184.216.34", allowLoopback: false).ConnectAsync(new DnsEndPoint("127.0.0.1", port), default));
        Assert.False(listener.Pending());

        await using var connected = await Guard("127.0.0.1", allowLoopback: true).ConnectAsync(new DnsEndPoint("localhost", port), default);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var accepted = await listener.AcceptSocketAsync(patience.Token);
        Assert.True(accepted.Connected);
    }

    [Fact]
    public async Task On_A_Developers_Machine_Its_Network_Is_Still_Out_Of_Bounds() =>
        await Assert.ThrowsAsync<BlockedAddressException>(async () =>
            await Guard("192.168.1.10", allowLoopback: true).ConnectAsync(new DnsEndPoint("pictures.sharepoint.com", 443), default));

    private static GuardedConnect Guard(string answer, bool allowLoopback) =>
        new((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(answer)]), allowLoopback);
}
