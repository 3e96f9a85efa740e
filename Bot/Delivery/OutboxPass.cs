using System.Collections.Concurrent;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>One message's way from being taken to what is written down about it.</summary>
/// <remarks>
/// What is promised: nothing that is owed is lost, and nobody gets a message twice, except when a process dies, or a call times out,
/// between Teams taking the message and Teams' answer being written down. Then it is sent once more, because a second copy does less
/// harm than none. A copy that is redrawn can be redrawn any number of times.
/// </remarks>
internal sealed partial class OutboxPass(
    OutboxLedger ledger,
    RoleExpansion roles,
    MessageRendering rendering,
    MessageDelivery delivery,
    OutboxFailures failures,
    ILogger<OutboxPass> logger)
{
    /// <summary>What Teams has but could not be written down: it must not be sent again while this process lives.</summary>
    private readonly ConcurrentDictionary<long, (SendResult.Sent Sent, Announcement? Afterwards)> _unwritten = new();

    /// <summary>Messages with the same key go to the same place, and wait together when Teams asks for a pause.</summary>
    public static string ConversationOf(OutboxRow row) => row switch
    {
        { Person: { } person } => $"{row.Practice}/{person}",
        { Recipient: OutboxRecipient.Channel } or { Recipient: OutboxRecipient.Copy } => $"{row.Practice}/channel",
        _ => $"{row.Practice}/roles/{row.Id}",
    };

    public async Task HandleAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        using var span = OutboxTrace.Begin(row);
        try
        {
            await (row.Recipient is OutboxRecipient.Approvers or OutboxRecipient.AllApprovers or OutboxRecipient.EarlierCopies
                ? ExpandAsync(row, cancellationToken)
                : SendAsync(row, cancellationToken));
        }
        catch (RosterUnavailableException)
        {
            await failures.TryAgainSoonAsync(row, "roster", cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, row.Id, row.Kind, exception.GetType().FullName, exception.StackTrace);
            await failures.RetryAsync(row, exception.GetType().Name, null, cancellationToken);
        }
    }

    private async Task ExpandAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (!await roles.ExpandAsync(row, cancellationToken))
        {
            await failures.TryAgainSoonAsync(row, "nobody", cancellationToken);
        }
    }

    private async Task SendAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (_unwritten.TryGetValue(row.Id, out var already))
        {
            await WriteDownAsync(row, already.Sent, already.Afterwards, cancellationToken);
            return;
        }

        if (await failures.IsPausedAsync(row, cancellationToken))
        {
            return;
        }

        switch (await rendering.AddressAsync(row, cancellationToken))
        {
            case Address.Found found:
                await SendToAsync(row, found, cancellationToken);
                break;
            case Address.LeftThePractice:
                await failures.LeftAsync(row, cancellationToken);
                break;
            default:
                await failures.TryAgainSoonAsync(row, "nobody", cancellationToken);
                break;
        }
    }

    private async Task SendToAsync(OutboxRow row, Address.Found address, CancellationToken cancellationToken)
    {
        if (!await ledger.BeginAsync(row, cancellationToken))
        {
            return;
        }

        if (await rendering.RenderAsync(row, address, cancellationToken) is not { } message)
        {
            Log.Dropped(logger, row.Id, row.Kind);
            OutboxTrace.Ended(row, OutboxTrace.Dropped);
            await ledger.DropAsync(row, null, cancellationToken);
            return;
        }

        var result = await delivery.SendAsync(row, address.Team, address.Person, message, cancellationToken);
        if (result is SendResult.Sent sent)
        {
            _unwritten[row.Id] = (sent, message.Afterwards);
            message.Counts?.Add(1);
            await WriteDownAsync(row, sent, message.Afterwards, cancellationToken);
            return;
        }

        await failures.HandleAsync(row, address, message, result, cancellationToken);
    }

    private async Task WriteDownAsync(OutboxRow row, SendResult.Sent sent, Announcement? afterwards, CancellationToken cancellationToken)
    {
        await ledger.SentAsync(row, sent, afterwards, cancellationToken);
        _unwritten.TryRemove(row.Id, out _);
        OutboxTrace.Ended(row, OutboxTrace.Sent);
        Log.Sent(logger, row.Id, row.Kind, row.CaseId, row.Attempts);
    }

    private static partial class Log
    {
        [LoggerMessage(2311, LogLevel.Information, "Message {Id} ({Kind}, case {Case}) was sent at attempt {Attempt}")]
        public static partial void Sent(ILogger logger, long id, string kind, CaseId? @case, int attempt);

        [LoggerMessage(2312, LogLevel.Information, "Message {Id} ({Kind}) was not sent, because there is no longer a reason to")]
        public static partial void Dropped(ILogger logger, long id, string kind);

        [LoggerMessage(2313, LogLevel.Error, "Message {Id} ({Kind}) failed: {Exception} at {Stack}")]
        public static partial void Failed(ILogger logger, long id, string kind, string? exception, string? stack);
    }
}
