using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Rowcroft.TeamsBot.People.Graph;

namespace Rowcroft.TeamsBot.Tests.People.Graph;

public sealed class GraphOptionsTests
{
    private const string WrongApp = "Graph:TeamsAppId must be the app's id in the Teams admin centre, such as 00000000-0000-0000-0000-000000000000.";
    private const string WrongHost = "Graph:BaseUrl is for the Development environment and this machine only. Leave it out.";
    private const string NoTenant = "Graph with MicrosoftAppPassword needs MicrosoftAppTenantId, the tenant in which the app is registered.";

    [Theory]
    [InlineData("Development", "", null, null)]
    [InlineData("Production", LoopbackGraph.TeamsApp, null, null)]
    [InlineData("Production", "our app", null, WrongApp)]
    [InlineData("Development", "", "http://127.0.0.1:5000", null)]
    [InlineData("Development", "", "http://localhost:5000", null)]
    [InlineData("Development", "", "https://graph.evil.example", WrongHost)]
    [InlineData("Development", "", "/graph", WrongHost)]
    [InlineData("Production", "", "http://127.0.0.1:5000", WrongHost)]
    public void Only_What_Can_Work_Is_Taken(string environment, string app, string? baseUrl, string? problem)
    {
        var options = new GraphOptions { TeamsAppId = app, BaseUrl = baseUrl is null ? null : new Uri(baseUrl, UriKind.RelativeOrAbsolute) };
        Assert.Equal(problem, Check(options, environment));
    }

    [Theory]
    [InlineData(true, "s", "", NoTenant)]
    [InlineData(true, "s", "7e4a0000-0000-4000-8000-000000000001", null)]
    [InlineData(true, "", "", null)] // a managed identity
    [InlineData(false, "s", "", null)]
    public void A_Secret_Belongs_To_One_Tenant(bool on, string secret, string tenant, string? problem) =>
        Assert.Equal(problem, Check(new GraphOptions { Absence = on }, "Production", ("MicrosoftAppPassword", secret), ("MicrosoftAppTenantId", tenant)));

    [Fact]
    public void Everything_Is_Off_Unless_It_Is_Switched_On() => Assert.DoesNotContain(Enum.GetValues<GraphFeature>(), new GraphOptions().IsOn);

    private static string? Check(GraphOptions options, string environment, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value)))
            .Build();
        return new GraphOptions.Validator(configuration, new HostingEnvironment { EnvironmentName = environment }).Validate(null, options).FailureMessage;
    }
}
