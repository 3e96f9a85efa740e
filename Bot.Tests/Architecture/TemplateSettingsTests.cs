using System.Collections;
using System.ComponentModel;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Rowcroft.TeamsBot.Hosting;

namespace Rowcroft.TeamsBot.Tests.Architecture;

/// <summary>Every setting that the bot reads in the cloud is set by the template, and no other.</summary>
public sealed partial class TemplateSettingsTests
{
    /// <summary>What the bot reads and the template does not set. A new setting belongs here, with its reason, or into the template.</summary>
    private static readonly IReadOnlyDictionary<string, string> NotSet = new Dictionary<string, string>
    {
        ["Evidence:AllowedHosts"] = "The bot's own list is Teams' hosts. Narrowing it is for those who know their tenant's: otherSettings.",
        ["Evidence:BlobConnectionString"] = "Development only, for Azurite.",
        ["Evidence:Path"] = "A folder on one machine; the cloud has Evidence:Blob.",
        ["Graph:BaseUrl"] = "Development only, for a stand-in.",
        ["LocalSignIn:Key"] = "Development only, where nobody signs in.",
        ["MicrosoftAppCertificatePassword"] = "The bot is a managed identity, which has no certificate.",
        ["MicrosoftAppCertificatePath"] = "The bot is a managed identity, which has no certificate.",
        ["MicrosoftAppPassword"] = "The bot is a managed identity, which has none.",
        ["MicrosoftAppPasswordExpires"] = "The bot is a managed identity, which has no password.",
        ["SignIn:Authority"] = "Entra, for the practice's tenant, by itself.",
        ["Storage:Path"] = "A file on one machine; the cloud has PostgreSQL.",
        ["Telemetry:OtlpEndpoint"] = "The template makes Application Insights; a collector of the practice's own is for otherSettings.",
        ["ToChannelFromBotLoginUrl"] = "Of other clouds than the public one.",
        ["ToBotFromChannelOpenIdMetadataUrl"] = "Of other clouds than the public one.",
        ["ToChannelFromBotOAuthScope"] = "Of other clouds than the public one.",
        ["ValidateAuthority"] = "Of other clouds than the public one.",
    };

    /// <summary>Read by libraries that are given the whole configuration: Bot Framework, and Azure Monitor.</summary>
    private static readonly string[] OfLibraries =
        ["APPLICATIONINSIGHTS_CONNECTION_STRING", "MicrosoftAppId", "MicrosoftAppTenantId", "MicrosoftAppType"];

    private const string Cloud =
        """
        {
          appId: '11111111-1111-1111-1111-111111111111', tenantId: '7e4a0000-0000-4000-8000-000000000001'
          database: 'Host=psql.example;Database=rowcroft;Username=id;SSL Mode=VerifyFull'
          evidence: 'https://account.blob.core.windows.net/evidence', keyRingKey: 'https://practice.vault.azure.net/keys/ring'
          publicUrl: 'https://bot.example.org', signInClientId: '22222222-2222-2222-2222-222222222222'
          telemetry: 'InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=https://uksouth.example'
        }
        """;

    private const string EverythingOfThePractice =
        """
        {
          id: 'rowcroft', name: 'Rowcroft', referencePrefix: 'RMC', timeZone: 'Europe/London', managers: [' a ', ''], deputies: ['b']
          teamId: '19:team', closures: ['2026-12-24'], decisionWorkingDays: 3, urgentDecisionWorkingDays: 1
          partners: ['c'], administrators: ['d'], opens: '08:00', closes: '18:30'
          summaryCron: '0 9 * * 1', summaryChannelId: '19:channel'
        }
        """;

    [SkippableFact]
    public async Task The_Template_Sets_What_The_Bot_Reads_And_No_Other()
    {
        var set = (await SetAsync(EverythingOfThePractice)).Keys.Select(key => Index().Replace(key, "")).Distinct().Order(StringComparer.Ordinal);
        var read = OptionsOfTheBot().Select(option => $"{option.Section}:{option.Property.Name}")
            .Concat(ReadByName())
            .Concat(OfLibraries)
            .Distinct()
            .Except(NotSet.Keys)
            .Order(StringComparer.Ordinal);

        Assert.Equal(read, set);
    }

    [Fact]
    public void Nothing_Is_Left_Out_That_Is_Not_There()
    {
        var read = OptionsOfTheBot().Select(option => $"{option.Section}:{option.Property.Name}").Concat(ReadByName());

        Assert.Empty(NotSet.Keys.Except(read));
    }

    [SkippableFact]
    public async Task The_Bot_Takes_What_The_Template_Sets()
    {
        var settings = await SetAsync("{ managers: ['a'], deputies: [] }");

        await using var app = BotApplication.Build(["--environment=Production"], builder => builder.Configuration.AddInMemoryCollection(settings));

        app.Services.GetRequiredService<IStartupValidator>().Validate();
    }

    [SkippableFact]
    public async Task A_Default_In_The_Template_Is_The_Bots_Own()
    {
        var defaults = await BicepTool.EvaluateAsync(
            "Settings", "defaultSettings()", ("defaultSettings", "settings/defaults.bicep"), ("Settings", "settings/types.bicep"));
        var options = OptionsOfTheBot().ToDictionary(option => $"{option.Section}__{option.Property.Name}");

        Assert.All(defaults.AsObject(), setting =>
        {
            var (_, property) = options[setting.Key];
            var bots = property.GetValue(Activator.CreateInstance(property.DeclaringType!));
            Assert.Equal(bots, TypeDescriptor.GetConverter(property.PropertyType).ConvertFromInvariantString((string)setting.Value!));
        });
    }

    [SkippableFact]
    public async Task Only_Who_Is_Brought_Up_To_Date_First_Migrates_And_Keeps_That_Setting_When_Slots_Are_Swapped()
    {
        var made = await BicepTool.DeployAsync("main.prod.bicepparam");

        Assert.Equal(["Storage__MigrateAtStart"], made.Properties("Microsoft.Web/sites/config")["appSettingNames"]!.AsArray().Select(name => (string)name!));
        Assert.Equal("False", (await SetAsync(EverythingOfThePractice))["Storage:MigrateAtStart"]);
    }

    [SkippableFact]
    public async Task What_Is_Not_Given_Is_Not_Set_And_Nobody_Overrules_Who_The_Bot_Is()
    {
        var set = await SetAsync("{ managers: ['a'], deputies: [] }", "{ Delivery__MaxAttempts: '60', MicrosoftAppId: 'somebody else' }");

        Assert.Equal(("60", "11111111-1111-1111-1111-111111111111"), (set["Delivery:MaxAttempts"], set["MicrosoftAppId"]));
        Assert.DoesNotContain("Practice:Name", set.Keys);
        Assert.Equal("a", Assert.Single(set, setting => setting.Key.StartsWith("Practice:Managers", StringComparison.Ordinal)).Value);
    }

    /// <summary>The settings are what <c>botSettings</c> makes of what was deployed; the tests above speak of that function alone.</summary>
    [SkippableTheory]
    [InlineData("Microsoft.Web/sites", true, false)]
    [InlineData("Microsoft.Web/sites/slots", true, true)]
    [InlineData("Microsoft.Web/sites", false, true)]
    public async Task Web_App_And_Slot_Are_Told_All_Of_It_And_When_To_Swap(string process, bool stagingSlot, bool migrates)
    {
        const string Others = "{ Delivery__MaxAttempts: '60' }";
        var made = await BicepTool.DeployWithAsync(
            $"param otherSettings = {Others}\nparam stagingSlot = {(stagingSlot ? "true" : "false")}", EverythingOfThePractice);

        var expected = new Dictionary<string, string?>(await SetAsync(EverythingOfThePractice, Others, Deployed(made.Name("Microsoft.Web/sites")), migrates))
        {
            ["WEBSITE_SWAP_WARMUP_PING_PATH"] = "/health/ready",
            ["WEBSITE_SWAP_WARMUP_PING_STATUSES"] = "200",
        };
        Assert.Equal(
            expected.OrderBy(setting => setting.Key, StringComparer.Ordinal),
            made.AppSettings(process).Select(setting => KeyValuePair.Create(InTheBot(setting.Key), (string?)setting.Value))
                .OrderBy(setting => setting.Key, StringComparer.Ordinal));
    }

    /// <summary>Where the parts are that the template makes, each as the property of a resource or the output of a module.</summary>
    private static string Deployed(string webName) =>
        $$"""
        {
          appId: 'Microsoft.ManagedIdentity/userAssignedIdentities.clientId'
          tenantId: 'Microsoft.ManagedIdentity/userAssignedIdentities.tenantId'
          database: 'postgres.connectionString', evidence: 'storage.container', keyRingKey: 'Microsoft.KeyVault/vaults/keys.keyUri'
          publicUrl: 'https://{{webName}}.azurewebsites.net', signInClientId: '00000000-0000-0000-0000-00000000000b'
          telemetry: 'Microsoft.Insights/components.ConnectionString'
        }
        """;

    private static string InTheBot(string key) => key.Replace("__", ":", StringComparison.Ordinal);

    private static async Task<IReadOnlyDictionary<string, string?>> SetAsync(
        string practice, string others = "{}", string cloud = Cloud, bool migrates = false)
    {
        var set = await BicepTool.EvaluateAsync(
            "Settings",
            $"botSettings({cloud.Trim()}, {practice.Trim()}, {others}, {(migrates ? "true" : "false")})",
            ("botSettings", "settings/cloud.bicep"),
            ("Settings", "settings/types.bicep"));
        return set.AsObject().ToDictionary(pair => InTheBot(pair.Key), pair => (string?)pair.Value);
    }

    /// <summary>Every property of every options class that a setting can change.</summary>
    private static IEnumerable<(string Section, PropertyInfo Property)> OptionsOfTheBot() =>
        from type in typeof(BotApplication).Assembly.GetTypes()
        let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)
        where section is { IsLiteral: true }
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanWrite || (property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable)))
        select ((string)section.GetRawConstantValue()!, property);

    /// <summary>Every <c>configuration["…"]</c> in the bot's code, but for the command that packs the Teams app: its words are no settings.</summary>
    private static IEnumerable<string> ReadByName() =>
        from pair in BotAssembly.Types
        where (pair.Type.DeclaringType ?? pair.Type).Name != nameof(PackageCommand)
        from method in pair.Type.Methods
        where method.HasBody
        from instruction in method.Body.Instructions
        where instruction.Operand is MethodReference { Name: "get_Item", DeclaringType.Name: nameof(IConfiguration) }
            && instruction.Previous.OpCode == OpCodes.Ldstr
        select (string)instruction.Previous.Operand;

    [GeneratedRegex(@":\d+$")]
    private static partial Regex Index();
}
