using System.Text.RegularExpressions;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Architecture;

/// <summary>The Bicep in <c>infra/</c>: without a warning, each part short, without a secret.</summary>
public sealed partial class TemplateTests
{
    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(BicepTool.Folder, "*.bicep*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".bicep" or ".bicepparam")
            .Select(file => Path.GetRelativePath(BicepTool.Folder, file))
            .Order(StringComparer.Ordinal)];

    [SkippableTheory]
    [InlineData("**/*.bicep")]
    [InlineData("*.bicepparam")]
    public async Task Bicep_Has_Nothing_To_Say(string files) => Assert.Equal((0, ""), await BicepTool.RunAsync("lint", "--pattern", files));

    [SkippableFact]
    public async Task A_Warning_Would_Be_Seen()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("main.bicep"), "param nobodyUsesThis string\n");

        Assert.Contains("no-unused-params", (await BicepTool.RunAsync("lint", folder.File("main.bicep"))).Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void One_Concern_Fits_In_120_Lines(string file) =>
        Assert.InRange(File.ReadLines(Path.Combine(BicepTool.Folder, file)).Count(), 1, 119);

    [SkippableFact]
    public async Task The_Template_Builds_And_Holds_No_Secret()
    {
        using var folder = new TempFolder();
        Assert.Equal((0, ""), await BicepTool.RunAsync("build", "main.bicep", "--outfile", folder.File("main.json")));

        Assert.Empty(Secret().Matches(await File.ReadAllTextAsync(folder.File("main.json"))).Select(match => match.Value));
    }

    [Theory]
    [InlineData("\"type\": \"securestring\"")]
    [InlineData("\"[listKeys(resourceId('x'), '2025-01-01').keys[0].value]\"")]
    [InlineData("\"administratorLoginPassword\": \"[parameters('p')]\"")]
    [InlineData("Host=x;Password=y")]
    [InlineData("AccountName=x;AccountKey=y")]
    public void A_Secret_Would_Be_Seen(string text) => Assert.Matches(Secret(), text);

    [Fact]
    public void A_Sign_In_Without_Passwords_Is_No_Secret() => Assert.DoesNotMatch(Secret(), "\"passwordAuth\": \"Disabled\"");

    [SkippableFact]
    public async Task Production_Keeps_What_It_Promises()
    {
        var made = await BicepTool.DeployAsync("main.prod.bicepparam");

        var database = made.Properties("Microsoft.DBforPostgreSQL/flexibleServers");
        Assert.Equal(("Enabled", "Disabled"), ((string?)database["authConfig"]!["activeDirectoryAuth"], (string?)database["authConfig"]!["passwordAuth"]));
        Assert.Equal(35, (int?)database["backup"]!["backupRetentionDays"]);

        var account = made.Properties("Microsoft.Storage/storageAccounts");
        Assert.Equal((false, false), ((bool?)account["allowSharedKeyAccess"], (bool?)account["allowBlobPublicAccess"]));
        var blobs = made.Properties("Microsoft.Storage/storageAccounts/blobServices");
        Assert.Equal(
            (true, true, 35),
            ((bool?)blobs["isVersioningEnabled"], (bool?)blobs["deleteRetentionPolicy"]!["enabled"], (int?)blobs["deleteRetentionPolicy"]!["days"]));
        var older = Assert.Single(made.Properties("Microsoft.Storage/storageAccounts/managementPolicies")["policy"]!["rules"]!.AsArray())!["definition"]!;
        Assert.Equal(35, (int?)older["actions"]!["version"]!["delete"]!["daysAfterCreationGreaterThan"]);
        Assert.Equal("None", (string?)made.Properties("Microsoft.Storage/storageAccounts/blobServices/containers")["publicAccess"]);

        Assert.True((bool?)made.Properties("Microsoft.Insights/components")["DisableLocalAuth"]);
        Assert.True((bool?)made.Properties("Microsoft.KeyVault/vaults")["enablePurgeProtection"]);
        Assert.Equal("CanNotDelete", (string?)made.Properties("Microsoft.Authorization/locks")["level"]);
        Assert.Equal(["global", "uksouth"], made.Locations.Order());
        Assert.Equal(["uksouth", "westeurope"], (await BicepTool.DeployWithAsync("param botLocation = 'westeurope'")).Locations.Except(["global"]).Order());
    }

    [SkippableFact]
    public async Task A_Process_Runs_As_Asked()
    {
        var site = await BicepTool.EvaluateAsync(
            "resourceInput<'Microsoft.Web/sites@2025-03-01'>.properties.siteConfig", "siteConfig({}, 3)", ("siteConfig", "settings/site.bicep"));

        Assert.Equal(
            ("DOTNETCORE|10.0", true, "/health/ready", "1.2", "Disabled", 3),
            ((string?)site["linuxFxVersion"], (bool?)site["alwaysOn"], (string?)site["healthCheckPath"], (string?)site["minTlsVersion"],
                (string?)site["ftpsState"], (int?)site["numberOfWorkers"]));
    }

    [SkippableTheory]
    [InlineData("main.prod.bicepparam", true)]
    [InlineData("main.dev.bicepparam", false)]
    public async Task Private_Networking_Is_One_Switch(string parameters, bool isPrivate)
    {
        var made = await BicepTool.DeployAsync(parameters);
        var access = isPrivate ? "Disabled" : "Enabled";

        Assert.Equal(access, (string?)made.Properties("Microsoft.DBforPostgreSQL/flexibleServers")["network"]!["publicNetworkAccess"]);
        Assert.Equal(access, (string?)made.Properties("Microsoft.Storage/storageAccounts")["publicNetworkAccess"]);
        Assert.Equal(access, (string?)made.Properties("Microsoft.KeyVault/vaults")["publicNetworkAccess"]);
        Assert.Equal(isPrivate ? 3 : 0, made.All("Microsoft.Network/privateEndpoints").Count());
        Assert.Equal(isPrivate ? 0 : 1, made.All("Microsoft.DBforPostgreSQL/flexibleServers/firewallRules").Count());
    }

    [SkippableTheory]
    [InlineData("", "203.0.113.7")]
    [InlineData("yes", "", "azure-services: 0.0.0.0 to 0.0.0.0")]
    [InlineData("yes", "203.0.113.7", "administrator: 203.0.113.7 to 203.0.113.7", "azure-services: 0.0.0.0 to 0.0.0.0")]
    public async Task The_Database_Lets_In_Who_Makes_The_Role_While_It_Is_Public_And_Not_Afterwards(
        string publicForNow, string address, params string[] letIn)
    {
        var made = await BicepTool.DeployAsync(
            "main.prod.bicepparam", ("PUBLIC_FOR_NOW", publicForNow), ("DATABASE_ADMINISTRATOR_ADDRESS", address));

        Assert.Equal(letIn, made.All("Microsoft.DBforPostgreSQL/flexibleServers/firewallRules").OrderBy(rule => (string?)rule["name"], StringComparer.Ordinal)
            .Select(rule => $"{((string)rule["name"]!).Split('/')[^1]}: {rule["properties"]!["startIpAddress"]} to {rule["properties"]!["endIpAddress"]}"));
        Assert.Equal(
            publicForNow == "yes" ? ("Enabled", 0) : ("Disabled", 3),
            ((string?)made.Properties("Microsoft.DBforPostgreSQL/flexibleServers")["network"]!["publicNetworkAccess"],
                made.All("Microsoft.Network/privateEndpoints").Count()));
    }

    [SkippableTheory]
    [InlineData(1, 0, "")]
    [InlineData(3, 0, "")]
    [InlineData(0, 1, "BCP328")]
    [InlineData(4, 1, "BCP327")]
    public async Task One_To_Three_Instances_Are_Taken(int instances, int exitCode, string problem)
    {
        var said = await BicepTool.CheckAsync($"param instances = {instances}");

        Assert.Equal(exitCode, said.ExitCode);
        Assert.Contains(problem, said.Output, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("main.prod.bicepparam", 1)]
    [InlineData("main.dev.bicepparam", 0)]
    public async Task Every_Web_App_And_Slot_Takes_Https_Alone_And_No_Publishing_Password(string parameters, int slots)
    {
        var made = await BicepTool.DeployAsync(parameters);

        Assert.Equal(slots, made.All("Microsoft.Web/sites/slots").Count());
        Assert.All(
            made.All("Microsoft.Web/sites").Concat(made.All("Microsoft.Web/sites/slots")),
            site => Assert.True((bool?)site["properties"]!["httpsOnly"]));
        Assert.Equal(
            (1 + slots) * 2,
            made.All("Microsoft.Web/sites/basicPublishingCredentialsPolicies")
                .Concat(made.All("Microsoft.Web/sites/slots/basicPublishingCredentialsPolicies"))
                .Count(policy => (bool?)policy["properties"]!["allow"] == false));
    }

    [GeneratedRegex("\"secure(string|object)\"|\\b(?-i:list[A-Z]\\w*\\()|password(?!auth\")\\w*\"\\s*:|password=|accountkey=|sharedaccess|clientsecret", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
