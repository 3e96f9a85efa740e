using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.SetUp;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Evidence;
using Tenant = Rowcroft.LocalTeams.People.Practice;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>
/// One bot for two practices on one tenant, each a team of its own: the configured one (receptionist, manager, deputy), and Harbour Surgery
/// (nurse, stranger as its manager, deputy). The deputy works in both. Harbour Surgery was set up by its manager on the set-up card; its
/// nurse has reported HSG-2026-0001 with a screenshot, and the configured practice's receptionist RMC-2026-0001.
/// </summary>
public sealed class TwoPractices : IAsyncLifetime
{
    /// <summary>Stands in everything that is known in Harbour Surgery and nowhere else.</summary>
    public const string Theirs = "HARBOUR-SENTINEL";

    private const string OtherTeam = "19:harbour@thread.tacv2";

    /// <summary>Harbour Surgery.</summary>
    internal static readonly PracticeId OtherId = Practices.OwnIdOf(OtherTeam);

    internal PracticeInTeams Practice { get; private set; } = null!;

    internal SecondTeam Harbour { get; private set; } = null!;

    internal RawCaller Caller { get; private set; } = null!;

    internal Case Ours { get; private set; } = null!;

    internal Case Other { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Practice = await PracticeInTeams.StartAsync();
        Harbour = await SecondTeam.StartAsync(OtherTeam, Cast.Nurse, Cast.Stranger, Cast.Deputy);
        Caller = new RawCaller(Practice);
        await Practice.Teams.Installer.LeaveTeamAsync(Cast.Nurse, Cast.Manager);
        await SetUpOtherAsync();
        await Practice.Receptionist.ReportAsync(null, Practice.Receptionist.Attach("post.png", SamplePictures.Png(1)));
        var form = ReportWalk.Form();
        form["whatHappened"] = Theirs;
        await Practice.Nurse.ReportAsync(form, Practice.Nurse.Attach($"{Theirs}.png", SamplePictures.Png(2)));
        Ours = await FindAsync(CaseBuilder.Practice, "RMC");
        Other = await FindAsync(OtherId, "HSG");
        Assert.Equal((Theirs, 1), (Other.Facts.WhatHappened, Other.Evidence.Count));
        await QuietAsync();
    }

    public async Task DisposeAsync()
    {
        Caller.Dispose();
        await Practice.DisposeAsync();
        await Harbour.DisposeAsync();
    }

    internal async Task<Case> FindAsync(PracticeId practice, string prefix) =>
        (await Practice.Get<CaseStore>().FindByReferenceAsync(practice, new CaseReference(prefix, 2026, 1), default))!;

    /// <inheritdoc cref="PracticeInTeams.QuietAsync"/>
    internal Task QuietAsync() => Practice.QuietAsync();

    /// <summary>Teams tells that the bot was added to Harbour Surgery's team.</summary>
    private async Task AddToHarbourAsync()
    {
        var told = Caller.LastOf(Cast.Stranger);
        told.Remove("text");
        told["type"] = "installationUpdate";
        told["action"] = "add";
        told["serviceUrl"] = Harbour.ServiceUrl;
        told["conversation"] = new JsonObject { ["id"] = OtherTeam, ["conversationType"] = "channel", ["isGroup"] = true, ["tenantId"] = Tenant.TenantId };
        told["channelData"] = new JsonObject
        {
            ["team"] = new JsonObject { ["id"] = OtherTeam, ["name"] = "Harbour Surgery" },
            ["tenant"] = new JsonObject { ["id"] = Tenant.TenantId },
        };
        Assert.Equal(200, (await Caller.PostAsync(told)).Status);
    }

    private async Task SetUpOtherAsync()
    {
        await Practice.Teams.As(Cast.Stranger).SayAsync("help");
        await AddToHarbourAsync();
        await Practice.Deputy.SayAsync("help"); // has a chat with the bot, the one for both practices
        var (_, body) = await Caller.PostAsync(Caller.Press(Cast.Stranger, SetUpVerbs.Save, new JsonObject
        {
            ["practice"] = OtherId.Value,
            ["version"] = "0",
            ["name"] = "Harbour Surgery",
            ["prefix"] = "HSG",
            ["managers"] = Cast.Stranger.ObjectId.ToString(),
            ["deputies"] = Cast.Deputy.ObjectId.ToString(),
            ["day"] = "Monday",
            ["time"] = "09:00",
            ["opens"] = "08:00",
            ["closes"] = "18:30",
        }));
        Assert.Contains(SetUpCommand.Saved, body, StringComparison.Ordinal);
    }
}
