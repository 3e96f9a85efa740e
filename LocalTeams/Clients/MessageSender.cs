using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.People;
using Rowcroft.LocalTeams.Uploads;

namespace Rowcroft.LocalTeams.Clients;

/// <summary>Sends what a person writes or presses as a message.</summary>
internal sealed class MessageSender(Activities activities, AppInstaller installer, ConversationBook book, BotLink bot, UploadLinks links)
{
    private const string NoAnswer = "Unable to reach app. Please try again.";

    /// <summary>A message in the person's private chat with the bot.</summary>
    public async Task<Post> SayAsync(Person person, string text, IEnumerable<Upload> uploads, CancellationToken cancellation = default)
    {
        await installer.MeetAsync(person, cancellation);
        var chat = Conversation.With(person);
        var activity = activities.Message(person, chat, text, uploads.Select(links.Attachment));
        return await SendAsync(chat, person, activity, null, cancellation);
    }

    /// <summary>A message in a channel, in a new thread or an old one. Only a mention takes it to the bot.</summary>
    public async Task<Post> SayInChannelAsync(
        Person person, TeamChannel channel, string text, bool mentionsBot, string? threadId, CancellationToken cancellation = default)
    {
        var conversation = Conversation.In(channel);
        if (!mentionsBot)
        {
            return book.Add(conversation, person, activities.Message(person, conversation, text, [], threadId), threadId);
        }

        var activity = activities.Mention(person, conversation, text, threadId);
        var post = book.Add(conversation, person, activity, threadId);
        activity["conversation"]!["id"] = conversation.Thread(post.ThreadId!);
        return await DeliverAsync(post, person, activity, cancellation);
    }

    /// <summary>A press on a button that speaks for the person: the chat shows <paramref name="shown"/>, the bot gets text and value.</summary>
    public async Task<Post> ReplyAsync(
        Post card, Person person, string shown, string text, JsonNode? value, CancellationToken cancellation = default)
    {
        var chat = Conversation.With(person);
        var activity = activities.Message(person, chat, text, []);
        activity["replyToId"] = card.Id;
        if (value is not null)
        {
            activity["value"] = value.DeepClone();
        }

        return await SendAsync(chat, person, activity, shown, cancellation);
    }

    private async Task<Post> SendAsync(
        Conversation chat, Person person, JsonObject activity, string? shown, CancellationToken cancellation)
    {
        var visible = activity.DeepClone().AsObject();
        visible["text"] = shown ?? activity.Text("text");
        var post = book.Add(chat, person, visible);
        activity["id"] = post.Id;
        return await DeliverAsync(post, person, activity, cancellation);
    }

    private async Task<Post> DeliverAsync(Post post, Person person, JsonObject activity, CancellationToken cancellation)
    {
        var answer = await bot.PostAsync(activity, cancellation);
        return answer.IsSuccess ? post : book.ShowNotice(post, person, new(NoticeKind.Failed, NoAnswer)) ?? post;
    }
}
