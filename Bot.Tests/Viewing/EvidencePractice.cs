using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Viewing;

/// <summary>
/// The real bot behind its port, with two cases: RMC-2026-0001, reported by the receptionist with two screenshots, and RMC-2026-0002,
/// reported by the nurse with one, which concerns the manager.
/// </summary>
public sealed partial class EvidencePractice : IAsyncLifetime
{
    public const string Page = "/cases/RMC-2026-0001/evidence";
    public const string Restricted = "/cases/RMC-2026-0002/evidence";

    internal PracticeInTeams Practice { get; private set; } = null!;

    internal CapturedLogs Logs { get; } = new();

    internal Case First { get; private set; } = null!;

    internal Case Second { get; private set; } = null!;

    /// <summary>The first case's screenshots.</summary>
    internal IReadOnlyList<SealedEvidence> Pictures => First.Evidence;

    public async Task InitializeAsync()
    {
        Practice = await PracticeInTeams.StartAsync(builder => builder.Logging.AddProvider(Logs));
        await Practice.Receptionist.ReportAsync(
            null, Practice.Receptionist.Attach("post.png", SamplePictures.Png(1)), Practice.Receptionist.Attach("profile.png", SamplePictures.Png(2)));
        var form = ReportWalk.Form();
        form["concernsManager"] = "true";
        await Practice.Nurse.ReportAsync(form, Practice.Nurse.Attach("comment.png", SamplePictures.Png(3)));
        First = await FindAsync(1);
        Second = await FindAsync(2);
        Assert.Equal((2, 1, true), (First.Evidence.Count, Second.Evidence.Count, Second.Facts.ConcernsManager));
    }

    public Task DisposeAsync() => Practice.DisposeAsync().AsTask();

    internal WebVisitor Visitor() => new(Practice.BotAddress);

    internal Task<WebVisitor> SignInAsync(Person person) => Visitor().SignInAsync(person);

    /// <summary>The first picture of a case has this address, with what can be asked for after it.</summary>
    internal static string Of(string page, SealedEvidence picture, string what) => $"{page}/{picture.Id}/{what}";

    internal async Task<IReadOnlyList<T>> EventsAsync<T>(Case @case)
        where T : CaseEvent => [.. (await Practice.Get<CaseStore>().ListEventsAsync(@case.Id, default)).OfType<T>()];

    internal static PersonId IdOf(Person person) => new(person.ObjectId.ToString());

    /// <summary>What is different in each page for reasons that are no difference: the proof that a form is ours.</summary>
    internal static string WithoutProof(string page) => Proof().Replace(page, "");

    private async Task<Case> FindAsync(int number) =>
        (await Practice.Get<CaseStore>().FindByReferenceAsync(CaseBuilder.Practice, new CaseReference("RMC", 2026, number), default))!;

    [GeneratedRegex("value=\"[^\"]{60,}\"")]
    private static partial Regex Proof();
}
