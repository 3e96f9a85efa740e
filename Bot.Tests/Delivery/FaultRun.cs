using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.Clients;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Delivery;

/// <summary>A practice in which one thing is wrong: reports are made and decided all the same, until nothing is owed any more.</summary>
internal sealed class FaultRun(PracticeInTeams practice, Trouble trouble)
{
    private const int Reports = 6;
    private const string Decide = "Record the decision";

    /// <summary>Longer than one call to Teams may take.</summary>
    private static readonly TimeSpan PastOneCall = TimeSpan.FromSeconds(16);

    /// <summary>Longer than the worker sleeps between two looks.</summary>
    private static readonly TimeSpan PastOneLook = TimeSpan.FromSeconds(6);

    /// <summary>Whoever wrote a moment ago is not written down again.</summary>
    private static readonly TimeSpan PastAMoment = TimeSpan.FromSeconds(6);

    /// <summary>Longer than a worker that died keeps a message to itself.</summary>
    private static readonly TimeSpan PastTheLease = TimeSpan.FromSeconds(301);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<string> _reported = [];

    public async Task<Counted> GoAsync()
    {
        foreach (var person in (PersonClient[])[practice.Receptionist, practice.Manager, practice.Deputy])
        {
            await person.SayAsync("help");
        }

        await SettleAsync();
        practice.Teams.Faults.Rhythm = trouble.WhileReporting;
        await ReportAsync();
        practice.Teams.Faults.Rhythm = trouble.WhileDeciding;
        foreach (var reference in _reported)
        {
            await DecideAsync(reference);
        }

        await SettleAsync();
        return await Counted.InAsync(practice, _reported);
    }

    private async Task ReportAsync()
    {
        if (trouble.ManagerHasNoApp)
        {
            await practice.Manager.UninstallAsync();
        }

        var reporter = new PatientReporter(practice.Receptionist, () => Before(Cast.Receptionist));
        for (var number = 1; number <= Reports; number++)
        {
            _reported.Add(await reporter.ReportAsync(Form(number)));
            await KillAsync();
        }

        if (trouble.ManagerHasNoApp)
        {
            Assert.DoesNotContain(practice.Manager.FromBot, post => CardReading.Words(post, Cast.Manager).Contains("Case RMC", StringComparison.Ordinal));
            await practice.Manager.InstallAsync();
        }

        await SettleAsync();
    }

    private async Task DecideAsync(string reference)
    {
        var card = practice.Manager.FromBot.Last(post => Shows(post, $"Case {reference}") && Shows(post, Decide));
        Before(Cast.Manager);
        await practice.Manager.PressAsync(card, Decide, new() { ["outcomeReportToPlatform"] = "true", ["reason"] = "It names staff.", ["noEvidence"] = "It was gone." });
        await KillAsync();
    }

    /// <summary>What is owed is sent, as far as it can be: time goes on whenever nothing else can happen.</summary>
    private async Task SettleAsync()
    {
        while (true)
        {
            await practice.Teams.UntilAsync(() => StandsStill(Owed()), Patience);
            var owed = Owed();
            if (owed.Count == 0)
            {
                return;
            }

            if (practice.Teams.Faults.Hanging is > 0 and var hanging)
            {
                var over = practice.Teams.Faults.GivenUp + hanging;
                practice.Clock.Advance(PastOneCall);
                await practice.Teams.UntilAsync(() => practice.Teams.Faults.GivenUp >= over, Patience);
            }
            else if (owed.Any(row => row.State == OutboxState.Pending))
            {
                var due = owed.Where(row => row.State == OutboxState.Pending).Min(row => row.DueAt) - practice.Clock.GetUtcNow();
                practice.Clock.Advance((due > TimeSpan.Zero ? due : TimeSpan.Zero) + PastOneLook);
            }
            else
            {
                practice.Clock.Advance(PastAMoment);
                await ComeBackAsync(owed);
            }
        }
    }

    /// <summary>Whoever could not be reached writes to the bot.</summary>
    private async Task ComeBackAsync(IReadOnlyList<OutboxRow> owed)
    {
        foreach (var person in Cast.Staff.Where(person => owed.Any(row => row.Person?.Value == person.ObjectId.ToString())))
        {
            await practice.Teams.As(person).SayAsync("help");
        }
    }

    private async Task KillAsync()
    {
        if (!trouble.KillsTheBot)
        {
            return;
        }

        await practice.Teams.UntilAsync(() => MayBeKilled(Owed()), Patience);
        await practice.StopBotAsync();
        await practice.Teams.UntilAsync(() => practice.Teams.Faults.Hanging == 0, Patience);
        practice.Clock.Advance(PastTheLease);
        await practice.StartBotAsync();
    }

    /// <summary>No call is on its way that a leap in time could disturb: whatever was begun waits for an answer that does not come.</summary>
    private bool StandsStill(IReadOnlyList<OutboxRow> owed)
    {
        var now = practice.Clock.GetUtcNow();
        var begun = owed.Where(row => row.State == OutboxState.Pending && row.LeasedUntil > now).Select(OutboxPass.ConversationOf).Distinct().Count();
        return begun == practice.Teams.Faults.Hanging;
    }

    /// <summary>And nothing is about to begin.</summary>
    private bool MayBeKilled(IReadOnlyList<OutboxRow> owed) => StandsStill(owed)
        && (practice.Teams.Faults.Hanging > 0 || !owed.Any(row => row.State == OutboxState.Pending && row.DueAt <= practice.Clock.GetUtcNow()));

    private List<OutboxRow> Owed()
    {
        using var db = practice.Get<IDbContextFactory<BotDbContext>>().CreateDbContext();
        return [.. db.Outbox.AsNoTracking().Where(row => row.State == OutboxState.Pending || row.State == OutboxState.Waiting)];
    }

    private void Before(Person person)
    {
        if (trouble.DeliversTwice)
        {
            practice.Teams.Bot.DeliverTwice(person);
        }
    }

    private static bool Shows(Post post, string words) => CardReading.Words(post, Cast.Manager).Split('\n').Contains(words);

    private static JsonObject Form(int number)
    {
        var form = ReportWalk.Form();
        form["link"] = $"https://facebook.example/rowcroft/posts/{number}";
        return form;
    }
}
