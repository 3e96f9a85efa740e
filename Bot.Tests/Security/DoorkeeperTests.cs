using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Security;

public sealed class DoorkeeperTests
{
    private const string Ours = "7e4a0000-0000-4000-8000-000000000001";
    private const string Another = "7e4a0000-0000-4000-8000-000000000002";

    private readonly FixedRoster _roster = new(CaseBuilder.Ann, CaseBuilder.Mona);
    private readonly CapturedLogs _logs = new();

    [Fact]
    public async Task Somebody_On_The_Roster_Is_Let_In_As_The_Roster_Knows_Them()
    {
        var activity = From(CaseBuilder.Ann.Id.Value.ToUpperInvariant(), Ours.ToUpperInvariant());
        activity.From.Name = "The Practice Manager";
        var caller = Assert.IsType<Admission.Admitted>(await AdmitAsync(activity)).Callers.Single();
        Assert.Equal((CaseBuilder.Practice, CaseBuilder.Ann), (caller.Practice, caller.Person.Named));
        Assert.Empty(_logs.Lines);
    }

    [Fact]
    public async Task Another_Tenant_Is_Turned_Away_Even_With_An_Id_That_Is_On_The_Roster()
    {
        Assert.IsType<Admission.NotOneOfUs>(await AdmitAsync(From(CaseBuilder.Ann.Id.Value, Another)));
        Assert.Contains("(tenant)", Assert.Single(_logs.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_Of_Our_Tenant_Who_Is_Not_On_The_Roster_Is_Turned_Away()
    {
        Assert.IsType<Admission.NotOneOfUs>(await AdmitAsync(From(CaseBuilder.Dev.Id.Value, Ours)));
        Assert.Contains("(roster)", Assert.Single(_logs.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Whoever_Has_No_Object_Id_Is_Turned_Away(string? objectId) =>
        Assert.IsType<Admission.NotOneOfUs>(await AdmitAsync(From(objectId, Ours)));

    [Fact]
    public async Task Without_A_Sender_Or_A_Conversation_Nobody_Is_Let_In()
    {
        Assert.IsType<Admission.NotOneOfUs>(await AdmitAsync(new Activity(ActivityTypes.Message)));
        Assert.IsType<Admission.NotOneOfUs>(await AdmitAsync(new Activity(ActivityTypes.Message), ours: ""));
    }

    [Fact]
    public async Task Before_The_Bot_Is_In_The_Practices_Team_Nobody_Is_Known()
    {
        _roster.People.Clear();
        Assert.IsType<Admission.NotSetUp>(await AdmitAsync(From(CaseBuilder.Ann.Id.Value, Ours)));
    }

    [Fact]
    public async Task When_Teams_Cannot_Say_Who_Is_On_The_Roster_That_Is_The_Answer()
    {
        _roster.Unavailable = true;
        Assert.IsType<Admission.CannotTell>(await AdmitAsync(From(CaseBuilder.Ann.Id.Value, Ours)));
    }

    [Theory]
    [InlineData("""{"tenant":{"id":"7e4a0000-0000-4000-8000-000000000001"}}""", true)]
    [InlineData("""{"tenant":{"id":"7e4a0000-0000-4000-8000-000000000002"}}""", false)]
    [InlineData("""{"tenant":{}}""", false)]
    [InlineData("""{"tenant":"7e4a0000-0000-4000-8000-000000000001"}""", false)]
    [InlineData("""["tenant"]""", false)]
    [InlineData("\"tenant\"", false)]
    [InlineData("17", false)]
    [InlineData("null", false)]
    public void The_Channel_Data_Speaks_For_The_Tenant_When_The_Conversation_Names_None(string channelData, bool ours)
    {
        var activity = From(CaseBuilder.Ann.Id.Value, tenant: null);
        activity.ChannelData = JToken.Parse(channelData);
        Assert.Equal(ours, NewDoorkeeper(Ours).IsOurTenant(activity));
    }

    [Theory]
    [InlineData(Ours, Another)]
    [InlineData(Another, Ours)]
    public void If_One_Activity_Names_Two_Tenants_It_Is_Not_Ours(string conversation, string channelData)
    {
        var activity = From(CaseBuilder.Ann.Id.Value, conversation);
        activity.ChannelData = JObject.FromObject(new { tenant = new { id = channelData } });
        Assert.False(NewDoorkeeper(Ours).IsOurTenant(activity));
    }

    [Fact]
    public void In_Development_Without_A_Tenant_Any_Will_Do() =>
        Assert.True(NewDoorkeeper("").IsOurTenant(From(CaseBuilder.Ann.Id.Value, Another)));

    [Fact]
    public async Task The_Log_Does_Not_Say_Who_Was_Turned_Away()
    {
        await AdmitAsync(From(CaseBuilder.Dev.Id.Value, Ours));
        await AdmitAsync(From(CaseBuilder.Dev.Id.Value, Another));
        Assert.DoesNotContain(_logs.Lines, line => line.Contains(CaseBuilder.Dev.Name, StringComparison.Ordinal));
        Assert.DoesNotContain(_logs.Lines, line => line.Contains(CaseBuilder.Dev.Id.Value, StringComparison.Ordinal));
    }

    private Task<Admission> AdmitAsync(Activity activity, string ours = Ours) => NewDoorkeeper(ours).AdmitAsync(activity, default);

    private Doorkeeper NewDoorkeeper(string tenant) => new(
        _roster,
        KnownPractices.Of(new PracticeOptions()),
        null!, // asked only where one of several rosters cannot be read
        Options.Create(new PracticeOptions { TenantId = tenant }),
        LoggerFactory.Create(builder => builder.AddProvider(_logs)).CreateLogger<Doorkeeper>());

    private static Activity From(string? objectId, string? tenant) => new(ActivityTypes.Message)
    {
        From = new ChannelAccount("29:somebody", CaseBuilder.Dev.Name, aadObjectId: objectId),
        Conversation = new ConversationAccount(id: "chat", tenantId: tenant),
    };
}
