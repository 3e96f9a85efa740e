using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>Carries one rendered message to its chat, channel or earlier copy.</summary>
internal sealed partial class MessageDelivery(
    ProactiveSender sender,
    Contacts contacts,
    IDbContextFactory<BotDbContext> contexts,
    Practices practices,
    TimeProvider time,
    ILogger<MessageDelivery> logger)
{
    /// <param name="person">Set exactly when the row goes to a person.</param>
    public async Task<SendResult> SendAsync(
        OutboxRow row,
        InstallationRow team,
        Person? person,
        OutgoingMessage message,
        CancellationToken cancellationToken)
    {
        if (message.Notify)
        {
            message.Activity.TeamsNotifyUser();
        }

        try
        {
            return row.Recipient switch
            {
                OutboxRecipient.Person => await ToPersonAsync(row, team, person!, message.Activity, cancellationToken),
                OutboxRecipient.Copy => await ToCopyAsync(row.Copy!.Value, team, message.Activity, cancellationToken),
                OutboxRecipient.Channel => await PostAsync(row, team, message.Activity, cancellationToken),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (Exception exception) when (exception is not System.Diagnostics.UnreachableException && !cancellationToken.IsCancellationRequested)
        {
            // Anything can come out of a call to Teams: an answer, a broken line, a token that could not be had.
            return SendFailures.Read(exception, time.GetUtcNow());
        }
    }

    private async Task<SendResult> PostAsync(OutboxRow row, InstallationRow team, Activity message, CancellationToken cancellationToken)
    {
        var chosen = (await practices.GetAsync(row.Practice, cancellationToken)).ChannelId ?? team.ChannelId;
        try
        {
            return await sender.PostAsync(team, chosen, message, cancellationToken);
        }
        catch (Exception exception) when (chosen != team.TeamId && SendFailures.Read(exception, time.GetUtcNow()) is SendResult.Gone)
        {
            // The channel was deleted. A team's first channel cannot be: Teams gives it the id of the team itself.
            Log.ChannelIsGone(logger, row.Id, row.Practice);
            return await sender.PostAsync(team, team.TeamId, message, cancellationToken);
        }
    }

    private async Task<SendResult> ToPersonAsync(
        OutboxRow row,
        InstallationRow team,
        Person person,
        Activity message,
        CancellationToken cancellationToken)
    {
        var contact = await contacts.FindAsync(row.Practice, person.Id, cancellationToken);
        if (contact is { Reachable: false })
        {
            return new SendResult.Unreachable();
        }

        contact ??= await CreateAsync(row, team, person, cancellationToken);
        return await sender.SendAsync(Chat(contact, team, person), message, cancellationToken);
    }

    private async Task<ContactRow> CreateAsync(OutboxRow row, InstallationRow team, Person person, CancellationToken cancellationToken)
    {
        var contact = new ContactRow
        {
            Practice = row.Practice,
            Person = person.Id,
            ConversationId = await sender.CreatePrivateChatAsync(team, person, cancellationToken),
            ServiceUrl = team.ServiceUrl,
            TenantId = team.TenantId,
            ChannelUserId = person.ChannelUserId,
            Upn = person.Upn,
            Reachable = true,
        };
        await contacts.StoreAsync(contact, cancellationToken);
        return contact;
    }

    private async Task<SendResult> ToCopyAsync(long copy, InstallationRow team, Activity message, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.CardCopies.AsNoTracking().SingleOrDefaultAsync(row => row.Id == copy, cancellationToken) is not { } found)
        {
            return new SendResult.Gone();
        }

        var chat = Reference(found.ConversationId, found.ServiceUrl, team, user: null);
        return await sender.ReplaceAsync(chat, found.ActivityId, message, cancellationToken);
    }

    private static ConversationReference Chat(ContactRow contact, InstallationRow team, Person person)
    {
        var chat = Reference(contact.ConversationId, contact.ServiceUrl, team, new ChannelAccount(contact.ChannelUserId, person.Name));
        chat.Conversation.ConversationType = "personal";
        return chat;
    }

    private static ConversationReference Reference(string conversation, string serviceUrl, InstallationRow team, ChannelAccount? user) => new()
    {
        ChannelId = Channels.Msteams,
        ServiceUrl = serviceUrl,
        Bot = new ChannelAccount(team.BotId),
        User = user,
        Conversation = new ConversationAccount(id: conversation, tenantId: team.TenantId),
    };

    private static partial class Log
    {
        [LoggerMessage(2332, LogLevel.Warning, "Message {Id} of practice {Practice} goes to the team's first channel: the one that was chosen is gone")]
        public static partial void ChannelIsGone(ILogger logger, long id, PracticeId practice);
    }
}
