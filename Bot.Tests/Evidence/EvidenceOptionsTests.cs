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
    [InlineData("Path", "")]
    [InlineData("AllowedHosts:0", "*")]
    [InlineData("AllowedHosts:0", "*.com")]
    [InlineData("AllowedHosts:0", "localhost")]
    [InlineData("AllowedHosts:0", "https://contoso.sharepoint.com")]
    [InlineData("AllowedHosts:0", "169.254.169.254")]
    public void A_Setting_Out_Of_Range_Fails_The_Start(string key, string value) =>
        Assert.Throws<OptionsValidationException>(() => Read((key, value)));

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
