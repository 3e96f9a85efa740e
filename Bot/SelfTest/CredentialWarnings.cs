using System.Globalization;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.SelfTest;

/// <summary>
/// Owes each administrator a warning on each day from 30 days before the bot's secret or certificate expires, from nine in the morning. Nothing is fired:
/// every tick asks whether today's is owed, and its key makes it one, whatever was down and however many instances ask.
/// </summary>
internal sealed partial class CredentialWarnings(
    CredentialExpiry expiry,
    Administrators administrators,
    Outbox outbox,
    PracticeClock clock,
    Practices practices,
    ILogger<CredentialWarnings> logger)
{
    public const string Kind = "credential-expiry";

    /// <summary>Local time: nobody is woken.</summary>
    private static readonly TimeOnly From = new(9, 0);

    public async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        if (expiry is not { IsNear: true, Kind: { } kind })
        {
            return;
        }

        // After that day no message goes out; whoever watches the log is the one who can still be told.
        if (expiry.DaysLeft < 0)
        {
            Log.Expired(logger, kind.Name, expiry.LastDay, kind.Setting);
        }

        if (TimeOnly.FromDateTime(clock.Local(clock.Now).DateTime) < From)
        {
            return;
        }

        foreach (var practice in await practices.ListAsync(cancellationToken))
        {
            await TryAsync(practice.Id, Day(clock.Today), cancellationToken);
        }
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // The error boundary of a practice: one whose roster cannot be read must not keep the others from being warned.
    private async Task TryAsync(PracticeId id, string today, CancellationToken cancellationToken)
    {
        try
        {
            await OweAsync(id, today, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotWarned(logger, id.Value, exception.GetType().Name);
        }
    }

    private async Task OweAsync(PracticeId id, string today, CancellationToken cancellationToken)
    {
        var people = await administrators.ListAsync(id, cancellationToken);
        if (people.Count == 0)
        {
            Log.Nobody(logger, id.Value);
        }

        foreach (var person in people)
        {
            // Somebody who looks after several practices has one bot and one chat: it is said there once, whichever practice could be read first.
            var key = $"{Kind}:{today}:{person.Id}";
            if (!await outbox.KnowsAsync(key, cancellationToken))
            {
                await outbox.EnqueueAsync(new Announcement(Kind, new Recipient.ToPerson(person.Id), id, key, Detail: today), cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3202, LogLevel.Error, "The bot's {Credential} was good until {Day}: make a new one, see {Setting}, and restart the bot")]
        public static partial void Expired(ILogger logger, string credential, DateOnly? day, string setting);

        [LoggerMessage(3203, LogLevel.Warning, "What the bot signs in with is about to expire and practice {Practice} has nobody to warn: set Practice:Administrators")]
        public static partial void Nobody(ILogger logger, string practice);

        [LoggerMessage(3204, LogLevel.Error, "The administrators of practice {Practice} could not be warned that what the bot signs in with is about to expire ({Exception}); tried again within the hour")]
        public static partial void NotWarned(ILogger logger, string practice, string exception);
    }
}
