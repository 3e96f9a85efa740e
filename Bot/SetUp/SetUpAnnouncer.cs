using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.SetUp;

/// <summary>Posts the set-up card where the bot was added, and tells those who decide, before and after it, of every change.</summary>
internal sealed class SetUpAnnouncer(SetUpDesk desk, Installations installations, IDbContextFactory<BotDbContext> contexts) : IAnnouncer
{
    public const string CardKind = "set-up";
    public const string ChangedKind = "set-up-changed";
    public const string ChangedSummary = "The bot's settings for your practice were changed";

    public IReadOnlyCollection<string> Kinds => [CardKind, ChangedKind];

    public IEnumerable<Announcement> Announce(Case @case, CaseEvent @event) => [];

    /// <summary>Once for each time that the bot is added.</summary>
    public static Announcement Greet(Installed installed) => new(
        CardKind, new Recipient.ToChannel(), installed.Practice, string.Create(CultureInfo.InvariantCulture, $"{CardKind}/{installed.Installation}"),
        Detail: installed.Installation.ToString(CultureInfo.InvariantCulture));

    public static Announcement Tell(PracticeId practice, int version, PersonId person) => new(
        ChangedKind,
        new Recipient.ToPerson(person),
        practice,
        string.Create(CultureInfo.InvariantCulture, $"{ChangedKind}/{version}/{person}"),
        Detail: version.ToString(CultureInfo.InvariantCulture));

    public async Task<OutgoingMessage?> RenderAsync(DueMessage message, CancellationToken cancellationToken) => message.Kind == CardKind
        ? await GreetingAsync(message, cancellationToken)
        : await ChangeAsync(message, cancellationToken);

    /// <returns><c>null</c> when the bot has been taken out, or added again, since: then that time has a card of its own.</returns>
    private async Task<OutgoingMessage?> GreetingAsync(DueMessage message, CancellationToken cancellationToken)
    {
        if ((await installations.GetAsync(message.Practice, cancellationToken))?.Id.ToString(CultureInfo.InvariantCulture) != message.Detail)
        {
            return null;
        }

        var view = await desk.ViewAsync(message.Practice, cancellationToken);
        return new OutgoingMessage(CardMessage.For(view.Settings.IsSetUp ? SetUpDoneCard.Draw(view) : SetUpCard.Draw(view), SetUpCard.Summary));
    }

    private async Task<OutgoingMessage?> ChangeAsync(DueMessage message, CancellationToken cancellationToken)
    {
        if (!int.TryParse(message.Detail, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var changes = await db.PracticeChanges.AsNoTracking()
            .Where(change => change.Practice == message.Practice && (change.Version == version || change.Version == version - 1))
            .ToListAsync(cancellationToken);
        if (changes.SingleOrDefault(change => change.Version == version) is not { } now)
        {
            return null;
        }

        var before = await desk.ViewAsync(Row(message.Practice, changes.SingleOrDefault(change => change.Version == version - 1)), cancellationToken);
        var after = await desk.ViewAsync(Row(message.Practice, now), cancellationToken);
        return new OutgoingMessage(CardMessage.For(SetUpChangedCard.Draw(before, after, now), ChangedSummary));
    }

    /// <summary>The settings as they were after a change; before the first one nothing was chosen.</summary>
    private static PracticeRow Row(PracticeId practice, PracticeChangeRow? change) => new()
    {
        Practice = practice,
        TeamId = "",
        ReferencePrefix = change?.ReferencePrefix,
        Choices = change?.Choices ?? "{}",
        Version = change?.Version ?? 0,
    };
}
