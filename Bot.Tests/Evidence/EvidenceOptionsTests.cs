using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Evidence;

namespace Rowcroft.TeamsBot.Tests.Evidence;

public sealed class EvidenceOptionsTests
{
    [Theory]
    [InlineData("MaxFiles", "0")]
    [InlineData("MaxFiles", "51")]
    [InlineData("MaxBytes", "1023")]
    [InlineData("MaxBytes", "104857601")]
    [InlineData("DownloadTimeout", "00:00:00")]
    [InlineData("DownloadTimeout", "00:03:00")]
    [InlineData("RetryDelay", "00:00:06")]
    [InlineData("MaxPixels", "999999")]
    [InlineData("MaxPixels", "250000001")]
    [InlineData("MaxFrames", "0")]
    [InlineData("MaxFrames", "10001")]
    [InlineData("AbandonedAfter", "23:59:59")]
    [InlineData("AbandonedAfter", "367.00:00:00")]
    [InlineData("ScanTimeout", "00:00:00.9")]
    [InlineData("ScanTimeout", "00:05:01")]
    [InlineData("Clamd", "clamd")]
    [InlineData("Clamd", "clamd:0")]
    [InlineData("Clamd", "clamd:65536")]
    [InlineData("Clamd", "tcp://clamd:3310")]
    [InlineData("Blob", "http://account.blob.core.windows.net/evidence")]
    [InlineData("Blob", "https://account.blob.core.windows.net")]
    [InlineData("BlobConnectionString", "UseDevelopmentStorage=true")]
    [InlineData("Path", "")]
    [InlineData("AllowedHosts:0", "*")]
    [InlineData("AllowedHosts:0", "*.com")]
    [InlineData("AllowedHosts:0", "localhost")]
    [InlineData("AllowedHosts:0", "https://contoso.sharepoint.com")]
    [InlineData("AllowedHosts:0", "169.254.169.254")]
    public void A_Setting_Out_Of_Range_Fails_The_Start_With_A_Sentence_That_Names_It(string key, string value)
    {
        var sentence = Assert.Single(Assert.Throws<OptionsValidationException>(() => Read((key, value))).Failures);
        Assert.Contains(key.Split(':')[0], sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MaxPixels", "1000000")]
    [InlineData("MaxPixels", "250000000")]
    [InlineData("MaxFrames", "1")]
    [InlineData("MaxFrames", "10000")]
    [InlineData("AbandonedAfter", "1.00:00:00")]
    [InlineData("AbandonedAfter", "366.00:00:00")]
    [InlineData("ScanTimeout", "00:00:01")]
    [InlineData("ScanTimeout", "00:05:00")]
    [InlineData("Clamd", "clamd:3310")]
    [InlineData("Clamd", "[::1]:3310")]
    [InlineData("Clamd", "/run/clamav/clamd.ctl")]
    [InlineData("Blob", "https://account.blob.core.windows.net/evidence")]
    public void The_Ends_Of_A_Range_Are_Taken(string key, string value) => Assert.NotNull(Read((key, value)));

    [Fact]
    public void Without_Settings_Ten_Files_Of_20_MB_Are_Taken()
    {
        var options = Read();
        Assert.Equal((10, 20 * 1024 * 1024, "data/evidence"), (options.MaxFiles, options.MaxBytes, options.Path));
        Assert.All(EvidenceOptions.TeamsHosts, host => Assert.True(AllowedAddresses.IsHostRule(host)));
    }

    [Fact]
    public void A_Practice_Can_Narrow_The_Hosts_To_Its_Own_Tenant() =>
        Assert.Equal(["contoso-my.sharepoint.com"], Read(("AllowedHosts:0", "contoso-my.sharepoint.com")).AllowedHosts);

    private static EvidenceOptions Read(params IReadOnlyList<(string Key, string Value)> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Evidence:" + setting.Key, (string?)setting.Value)))
            .Build();
        using var services = new ServiceCollection()
            .AddEvidence(configuration, new HostingEnvironment { EnvironmentName = Environments.Production })
            .BuildServiceProvider();
        return services.GetRequiredService<IOptions<EvidenceOptions>>().Value;
    }
}
