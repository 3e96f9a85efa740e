using System.Net.Mime;
using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.People;
using Rowcroft.LocalTeams.Uploads;

namespace Rowcroft.LocalTeams.Clients;

/// <summary>One person's Teams, for tests: everything the page can do in that person's name.</summary>
internal sealed class PersonClient(Person person, IServiceProvider services)
{
    private readonly ConversationBook _book = services.GetRequiredService<ConversationBook>();
    private readonly CardPresser _presser = services.GetRequiredService<CardPresser>();
    private readonly AppInstaller _installer = services.GetRequiredService<AppInstaller>();

    public Person Person => person;

    /// <summary>The private chat with the bot, oldest message first, without the deleted ones.</summary>
    public IReadOnlyList<Post> Chat => [.. _book.In(Conversation.With(person)).Where(post => !post.IsDeleted)];

    /// <summary>What the bot said in the private chat, oldest first.</summary>
    public IReadOnlyList<Post> FromBot => [.. Chat.Where(post => post.IsFromBot)];

    public Task<Post> SayAsync(string text, params Upload[] uploads) =>
        services.GetRequiredService<MessageSender>().SayAsync(person, text, uploads);

    public Task<Post> SayInChannelAsync(TeamChannel channel, string text, bool mentionsBot, string? threadId = null) =>
        services.GetRequiredService<MessageSender>().SayInChannelAsync(person, channel, text, mentionsBot, threadId);

    /// <summary>A picture to paste into the next message.</summary>
    public Upload Paste(ReadOnlyMemory<byte> bytes, string contentType = MediaTypeNames.Image.Png) =>
        services.GetRequiredService<UploadStore>().Keep(UploadKind.Pasted, "image.png", contentType, bytes);

    /// <summary>A file to attach to the next message.</summary>
    public Upload Attach(string name, ReadOnlyMemory<byte> bytes, string contentType = MediaTypeNames.Application.Octet) =>
        services.GetRequiredService<UploadStore>().Keep(UploadKind.File, name, contentType, bytes);

    /// <summary>Presses the button with this title on the card this person sees.</summary>
    public Task<Post> PressAsync(Post post, string button, JsonObject? inputs = null) =>
        PressAsync(post, CardPress.OnButton(Card(post), button, inputs));

    public Task<Post> PressAsync(Post post, CardPress press) => _presser.PressAsync(post, person, press);

    /// <summary>Loads the card, which asks the bot for this person's view of it if the card wants that.</summary>
    public Task<Post> RefreshAsync(Post post) => _presser.RefreshAsync(post, person);

    /// <summary>The card this person sees now.</summary>
    public JsonObject Card(Post post) =>
        (_book.Find(post.ConversationId, post.Id) ?? post).CardFor(person) ?? throw new InvalidOperationException("The message has no card.");

    public Task InstallAsync() => _installer.InstallAsync(person);

    public Task UninstallAsync() => _installer.UninstallAsync(person);
}
