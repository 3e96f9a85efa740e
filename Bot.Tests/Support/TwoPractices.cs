using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.SetUp;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Evidence;
using Tenant = Rowcroft.LocalTeams.People.Practice;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>
/// One bot for two practices, as <see cref="TwoRosters"/> has them. Harbour Surgery was set up by its manager on the set-up card; its nurse
/// has reported HSG-2026-0001 with a screenshot, and the configured practice's receptionist RMC-2026-0001.
/// </summary>
public sealed class TwoPractices : IAsyncLifetime
{
    /// <summary>Stands in everything that is known in Harbour Surgery and nowhere else.</summary>
    public const string Theirs = "HARBOUR-SENTINEL";

    internal PracticeInTeams Practice { get; private set; } = null!;

    internal RawCaller Caller { get; private set; } = null!;

    internal Case Ours { get; private set; } = null!;

    internal Case Other { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Practice = await PracticeInTeams.StartAsync(builder => builder.Services.AddSingleton<IRoster, TwoRosters>());
        Caller = new RawCaller(Practice);
        await SetUpOtherAsync();
        await Practice.Receptionist.ReportAsync(null, Practice.Receptionist.Attach("post.png", SamplePictures.Png(1)));
        var form = ReportWalk.Form();
        form["whatHappened"] = Theirs;
        await Practice.Nurse.ReportAsync(form, Practice.Nurse.Attach($"{Theirs}.png", SamplePictures.Png(2)));
        Ours = await FindAsync(CaseBuilder.Practice, "RMC");
        Other = await FindAsync(TwoRosters.Other, "HSG");
        Assert.Equal((Theirs, 1), (Other.Facts.WhatHappened, Other.Evidence.Count));
    }

    public Task DisposeAsync()
    {
        Caller.Dispose();
        return Practice.DisposeAsync().AsTask();
    }

    internal async Task<Case> FindAsync(PracticeId practice, string prefix) =>
        (await Practice.Get<CaseStore>().FindByReferenceAsync(practice, new CaseReference(prefix, 2026, 1), default))!;

    private async Task SetUpOtherAsync()
    {
        var manager = Practice.Teams.As(Cast.Stranger);
        await manager.SayAsync("help");
        var installed = Caller.LastOf(Cast.Stranger);
        installed["type"] = "installationUpdate";
        installed["action"] = "add";
        installed["conversation"] = new JsonObject { ["id"] = TwoRosters.OtherTeam, ["conversationType"] = "channel", ["isGroup"] = true, ["tenantId"] = Tenant.TenantId };
        installed["channelData"] = new JsonObject
        {
            ["team"] = new JsonObject { ["id"] = TwoRosters.OtherTeam, ["name"] = "Harbour Surgery" },
            ["tenant"] = new JsonObject { ["id"] = Tenant.TenantId },
        };
        Assert.Equal(200, (await Caller.PostAsync(installed)).Status);
        var (_, body) = await Caller.PostAsync(Caller.Press(Cast.Stranger, SetUpVerbs.Save, new JsonObject
        {
            ["practice"] = TwoRosters.Other.Value,
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
