using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>
/// Remembers cards about a case that were shown as an answer in a turn, so that they are redrawn like those that were delivered.
/// </summary>
internal sealed class CardCopies(IDbContextFactory<BotDbContext> contexts, TimeProvider time)
{
    /// <param name="kind">The kind of message under which the card is redrawn.</param>
    /// <param name="activity">The turn's activity: it names the chat.</param>
    /// <param name="activityId">What Teams called the message that was sent.</param>
    /// <param name="detail">The id that drawing it again needs beside the case's.</param>
    public async Task RecordAsync(
        PracticeId practice,
        string kind,
        CaseId @case,
        PersonId person,
        IActivity activity,
        string activityId,
        CancellationToken cancellationToken,
        string? detail = null)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var copy = new CardCopyRow
        {
            Practice = practice,
            Kind = kind,
            CaseId = @case,
            Detail = detail,
            Person = person,
            ConversationId = activity.Conversation.Id,
            ServiceUrl = activity.ServiceUrl,
            ActivityId = activityId,
            SentAt = time.GetUtcNow(),
        };
        await AddAsync(db, copy, cancellationToken);
    }

    /// <summary>Within the caller's transaction. A message that is remembered already stays as it is.</summary>
    public static Task AddAsync(BotDbContext db, CardCopyRow copy, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "CardCopies" ("Practice", "Kind", "CaseId", "Detail", "Person", "ConversationId", "ServiceUrl", "ActivityId", "SentAt")
            VALUES ({copy.Practice.Value}, {copy.Kind}, {copy.CaseId.Value}, {copy.Detail}, {copy.Person?.Value}, {copy.ConversationId},
                {copy.ServiceUrl}, {copy.ActivityId}, {copy.SentAt.UtcTicks})
            ON CONFLICT ("ConversationId", "ActivityId") DO NOTHING
            """,
            cancellationToken);
}
