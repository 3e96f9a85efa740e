using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Rowcroft.TeamsBot.Tests.Architecture;

/// <summary>Who the bot is in Azure, and what that identity may do there.</summary>
public sealed partial class TemplateIdentityTests
{
    private const string Identity = "Microsoft.ManagedIdentity/userAssignedIdentities";

    [SkippableFact]
    public async Task The_Registration_Is_The_Identitys_In_Its_Own_Tenant_And_Sends_To_The_Web_App()
    {
        var made = await BicepTool.DeployAsync("main.prod.bicepparam");
        var bot = made.Properties("Microsoft.BotService/botServices");

        Assert.Equal(("UserAssignedMSI", true), ((string?)bot["msaAppType"], (bool?)bot["disableLocalAuth"]));
        Assert.Equal((Identity + ".clientId", Identity + ".tenantId"), (made.Text(bot["msaAppId"]), made.Text(bot["msaAppTenantId"])));
        Assert.Equal("identity.id", made.Text(bot["msaAppMSIResourceId"]));
        Assert.Equal("format('https://{0}/api/messages', Microsoft.Web/sites.defaultHostName)", made.Text(bot["endpoint"]));
        Assert.Equal("MsTeamsChannel", (string?)made.Properties("Microsoft.BotService/botServices/channels")["channelName"]);
    }

    [SkippableFact]
    public async Task The_Registration_Is_Called_What_The_Teams_App_Is_Or_What_Another_Practice_Says()
    {
        var ours = await BicepTool.DeployAsync("main.prod.bicepparam");
        var theirs = await BicepTool.DeployWithAsync("param displayName = 'Elsewhere online safety'");
        var teams = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "manifest", "parameters.json")))!;

        Assert.Equal((string?)teams["ShortName"], (string?)ours.Properties("Microsoft.BotService/botServices")["displayName"]);
        Assert.Equal("Elsewhere online safety", (string?)theirs.Properties("Microsoft.BotService/botServices")["displayName"]);
    }

    [SkippableFact]
    public async Task The_Processes_Run_As_That_Identity_Alone()
    {
        var made = await BicepTool.DeployAsync("main.prod.bicepparam");

        Assert.Single(made.All(Identity));
        Assert.All(made.All("Microsoft.Web/sites").Concat(made.All("Microsoft.Web/sites/slots")), process =>
        {
            Assert.Equal("UserAssigned", (string?)process["identity"]!["type"]);
            var (who, _) = Assert.Single(process["identity"]!["userAssignedIdentities"]!.AsObject());
            Assert.Equal("format('{0}', identity.id)", made.Text(who));
        });
    }

    [SkippableTheory]
    [InlineData("main.prod.bicepparam")]
    [InlineData("main.dev.bicepparam")]
    public async Task The_Identity_Has_Three_Roles_Each_On_One_Thing_And_Nobody_Has_Another(string parameters)
    {
        var made = await BicepTool.DeployAsync(parameters);
        var (vault, account) = (made.Name("Microsoft.KeyVault/vaults"), made.Name("Microsoft.Storage/storageAccounts"));

        Assert.Equal(
            [
                $"Key Vault Crypto User on Microsoft.KeyVault/vaults/keys {vault}/ring",
                "Monitoring Metrics Publisher on Microsoft.Insights/components logs.insightsName",
                $"Storage Blob Data Contributor on Microsoft.Storage/storageAccounts/blobServices/containers {account}/default/evidence",
            ],
            made.All("Microsoft.Authorization/roleAssignments")
                .Select(role => $"{Role().Match(made.Text(role["properties"]!["roleDefinitionId"])).Groups[1].Value} on {made.Scope(role)}")
                .Order(StringComparer.Ordinal));
        Assert.All(made.All("Microsoft.Authorization/roleAssignments"), role => Assert.Equal(
            (Identity + ".principalId", "ServicePrincipal"),
            (made.Text(role["properties"]!["principalId"]), (string?)role["properties"]!["principalType"])));
        Assert.Single(made.All("Microsoft.Insights/components"));
    }

    [SkippableFact]
    public async Task The_Key_Rings_Key_Wraps_And_Unwraps_And_Does_Nothing_Else()
    {
        var made = await BicepTool.DeployAsync("main.prod.bicepparam");
        var key = made.Properties("Microsoft.KeyVault/vaults/keys");

        Assert.EndsWith("/ring", made.Name("Microsoft.KeyVault/vaults/keys"), StringComparison.Ordinal);
        Assert.Equal(("RSA", 3072), ((string?)key["kty"], (int?)key["keySize"]));
        Assert.Equal(["unwrapKey", "wrapKey"], key["keyOps"]!.AsArray().Select(operation => (string?)operation).Order());
        Assert.Equal(90, (int?)made.Properties("Microsoft.KeyVault/vaults")["softDeleteRetentionInDays"]);
    }

    /// <summary>Who gives a name that the parameter file does not read deploys something else than they think.</summary>
    [Fact]
    public void What_The_Steps_Export_Is_What_The_Parameter_Files_Read()
    {
        var steps = File.ReadAllText(Path.Combine(BicepTool.Folder, "README.md"));
        var read = Directory.EnumerateFiles(BicepTool.Folder, "*.bicepparam")
            .SelectMany(file => Read().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct();

        Assert.Equal(
            read.Order(StringComparer.Ordinal),
            Exported().Matches(steps).SelectMany(line => line.Groups[1].Captures).Select(name => name.Value)
                .Except(["PGPASSWORD"]) // psql's
                .Distinct().Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public async Task What_The_Steps_Ask_Of_The_Template_It_Answers()
    {
        var made = await BicepTool.DeployAsync("main.prod.bicepparam");
        var steps = await File.ReadAllTextAsync(Path.Combine(BicepTool.Folder, "README.md"));
        var asked = Asked().Matches(steps).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(["appId", "host", "webAppName", "databaseHost", "databaseRole"], asked);
        Assert.All(asked, output => Assert.NotEmpty(made.Output(output)));
    }

    [GeneratedRegex(@"^roleDefinitions\('([^']+)'\)\.id$")]
    private static partial Regex Role();

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)'")]
    private static partial Regex Read();

    [GeneratedRegex(@"\bexport(?: ([A-Z_]+)=\S*)+")]
    private static partial Regex Exported();

    [GeneratedRegex(@"\$\(output (\w+)\)")]
    private static partial Regex Asked();
}
