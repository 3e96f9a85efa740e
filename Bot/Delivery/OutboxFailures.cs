using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>What happens to a message that could not be sent: later again, waiting for the person, or a dead letter. Never lost.</summary>
internal sealed partial class OutboxFailures(
    OutboxLedger ledger,
    Contacts contacts,
    ProactiveInstall install,
    IOptions<DeliveryOptions> options,
    TimeProvider time,
    ILogger<OutboxFailures> logger)
{
    /// <summary>Why a message waits whose person is no longer on the roster.</summary>
    public const string Left = "left";

    /// <summary>How long until something that is nobody's fault is looked at again; it does not count as an attempt.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    /// <summary>How long Teams may need to make the chat with somebody for whom the app was just installed.</summary>
    private static readonly TimeSpan InAMoment = TimeSpan.FromSeconds(5);

    /// <summary>A longer wait is not obeyed: it is more likely a mistake than a request.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _paused = new();

    /// <summary>Whether Teams asked for a pause in this row's conversation; then the row is put off to its end.</summary>
    public async Task<bool> IsPausedAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var conversation = OutboxPass.ConversationOf(row);
        if (!_paused.TryGetValue(conversation, out var until))
        {
            return false;
        }

        if (until <= time.GetUtcNow())
        {
            _paused.TryRemove(new KeyValuePair<string, DateTimeOffset>(conversation, until));
            return false;
        }

        OutboxTrace.Ended(row, OutboxTrace.Later);
        await ledger.PostponeAsync(row, until, "paused", cancellationToken);
        return true;
    }

    public Task TryAgainSoonAsync(OutboxRow row, string why, CancellationToken cancellationToken)
    {
        Log.NotNow(logger, row.Id, row.Kind, why);
        OutboxTrace.Ended(row, OutboxTrace.Later);
        return ledger.PostponeAsync(row, time.GetUtcNow() + Soon, why, cancellationToken);
    }

    /// <summary>Waits for the day the person is back; a card of theirs is simply not redrawn.</summary>
    public Task LeftAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        Log.NotNow(logger, row.Id, row.Kind, Left);
        var isCopy = row.Recipient == OutboxRecipient.Copy;
        OutboxTrace.Ended(row, isCopy ? OutboxTrace.Dropped : OutboxTrace.Waits);
        return isCopy
            ? ledger.DropAsync(row, Left, cancellationToken)
            : ledger.WaitAsync(row, Left, cancellationToken);
    }

    public Task HandleAsync(
        OutboxRow row,
        Address.Found address,
        OutgoingMessage message,
        SendResult result,
        CancellationToken cancellationToken) => result switch
        {
            SendResult.Throttled throttled => ThrottledAsync(row, throttled.After, cancellationToken),
            SendResult.Failed failed => RetryAsync(row, failed.Why, null, cancellationToken),
            SendResult.Unreachable when row.Person is not null => ParkAsync(row, address, message, cancellationToken),
            SendResult.Unreachable => RetryAsync(row, "403", null, cancellationToken),
            SendResult.Gone when row.Recipient == OutboxRecipient.Copy => ledger.CopyGoneAsync(row, cancellationToken),
            SendResult.Gone => GoneAsync(row, cancellationToken),
            SendResult.Refused refused => DieAsync(row, refused.Why, cancellationToken),
            _ => throw new UnreachableException(),
        };

    public async Task RetryAsync(OutboxRow row, string why, TimeSpan? after, CancellationToken cancellationToken)
    {
        if (row.Attempts >= options.Value.MaxAttempts)
        {
            await DieAsync(row, why, cancellationToken);
            return;
        }

        var wait = after ?? Backoff.After(row.Attempts, options.Value, Random.Shared.NextDouble());
        Log.Retrying(logger, row.Id, row.Kind, why, row.Attempts, wait.TotalSeconds);
        OutboxTrace.Ended(row, OutboxTrace.Later);
        await ledger.PostponeAsync(row, time.GetUtcNow() + wait, why, cancellationToken);
    }

    private Task ThrottledAsync(OutboxRow row, TimeSpan? asked, CancellationToken cancellationToken)
    {
        var wait = asked ?? Backoff.After(row.Attempts, options.Value, Random.Shared.NextDouble());
        wait = wait < LongestPause ? wait : LongestPause;
        _paused[OutboxPass.ConversationOf(row)] = time.GetUtcNow() + wait;
        return RetryAsync(row, "429", wait, cancellationToken);
    }

    private async Task GoneAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (row.Person is { } person)
        {
            await contacts.ForgetAsync(row.Practice, person, cancellationToken);
        }

        await RetryAsync(row, "404", null, cancellationToken);
    }

    private async Task ParkAsync(OutboxRow row, Address.Found address, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var known = await contacts.FindAsync(row.Practice, row.Person!.Value, cancellationToken);
        if (await install.TryAsync(row, known, cancellationToken))
        {
            Log.NotNow(logger, row.Id, row.Kind, "installing");
            OutboxTrace.Ended(row, OutboxTrace.Later);
            await ledger.PostponeAsync(row, time.GetUtcNow() + InAMoment, "installing", cancellationToken);
            return;
        }

        Log.Unreachable(logger, row.Id, row.Kind, row.Person.Value);
        OutboxTrace.Ended(row, OutboxTrace.Waits);
        await ledger.ParkAsync(row, known is null ? NeverReached(row, address) : null, message.Afterwards, cancellationToken);
    }

    private ContactRow NeverReached(OutboxRow row, Address.Found address) => new()
    {
        Practice = row.Practice,
        Person = row.Person!.Value,
        ConversationId = "",
        ServiceUrl = address.Team.ServiceUrl,
        TenantId = address.Team.TenantId,
        ChannelUserId = address.Person!.ChannelUserId,
        Reachable = false,
        UnreachableSince = time.GetUtcNow(),
    };

    private Task DieAsync(OutboxRow row, string why, CancellationToken cancellationToken)
    {
        Log.Dead(logger, row.Id, row.Kind, why, row.Attempts);
        OutboxTrace.Ended(row, OutboxTrace.Dead);
        return ledger.GiveUpAsync(row, why, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(2321, LogLevel.Information, "Message {Id} ({Kind}) cannot be sent at present ({Why})")]
        public static partial void NotNow(ILogger logger, long id, string kind, string why);

        [LoggerMessage(2322, LogLevel.Warning, "Message {Id} ({Kind}) failed ({Why}) at attempt {Attempt}; again in {Seconds} s")]
        public static partial void Retrying(ILogger logger, long id, string kind, string why, int attempt, double seconds);

        [LoggerMessage(2323, LogLevel.Warning, "Message {Id} ({Kind}) waits, because {Person} cannot be reached")]
        public static partial void Unreachable(ILogger logger, long id, string kind, PersonId person);

        [LoggerMessage(2324, LogLevel.Error, "Message {Id} ({Kind}) was given up ({Why}) after {Attempts} attempts")]
        public static partial void Dead(ILogger logger, long id, string kind, string why, int attempts);
    }
}
