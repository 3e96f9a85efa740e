using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.LocalTeams.Chats;

/// <summary>Every message of every conversation, oldest first, and the news of each change.</summary>
internal sealed class ConversationBook(ActivityIds ids, TimeProvider clock, News news)
{
    private readonly Lock _gate = new();
    private readonly HashSet<(string PostId, int Version, string Viewer)> _refreshed = [];
    private ImmutableList<Post> _posts = [];

    public IReadOnlyList<Post> All => _posts;

    public IReadOnlyList<Post> In(Conversation conversation) => _posts.FindAll(post => post.ConversationId == conversation.Id);

    public Post? Find(string conversationId, string postId) =>
        _posts.Find(post => post.Id == postId && post.ConversationId == conversationId && !post.IsDeleted);

    public Post? Find(string postId) => _posts.Find(post => post.Id == postId && !post.IsDeleted);

    /// <summary>Adds a message. In a channel without a thread it becomes the first message of a new one.</summary>
    public Post Add(Conversation conversation, Person? author, JsonObject activity, string? threadId = null)
    {
        lock (_gate)
        {
            var id = ids.Next();
            activity["id"] = id;
            var post = new Post
            {
                Id = id,
                ConversationId = conversation.Id,
                ThreadId = conversation.Channel is null ? null : threadId ?? id,
                Author = author,
                Json = Frozen(activity),
                At = clock.GetUtcNow(),
            };
            _posts = _posts.Add(post);
            news.Publish(PostNews.Of(post));
            return post;
        }
    }

    /// <summary>Puts back what was there in an earlier run, before anything new is written.</summary>
    public void Restore(IEnumerable<Post> posts)
    {
        lock (_gate)
        {
            _posts = [.. posts];
            ids.StartAfter(_posts.Select(post => post.Id));
        }
    }

    /// <summary>The author's new version: it replaces what single viewers saw.</summary>
    public Post? Rewrite(Post post, JsonObject activity) => Change(post.Id, current =>
    {
        activity["id"] = post.Id;
        return current with
        {
            Json = Frozen(activity),
            Version = current.Version + 1,
            ViewerCards = current.ViewerCards.Clear(),
            Notices = current.Notices.Clear(),
        };
    });

    public Post? Delete(Post post) => Change(post.Id, current => current with { IsDeleted = true });

    public Post? ShowCard(Post post, Person viewer, JsonObject card) => Change(post.Id, current => current with
    {
        ViewerCards = current.ViewerCards.SetItem(viewer.Key, Frozen(card)),
        Notices = current.Notices.Remove(viewer.Key),
    });

    public Post? ShowNotice(Post post, Person viewer, Notice notice) =>
        Change(post.Id, current => current with { Notices = current.Notices.SetItem(viewer.Key, notice) });

    /// <summary>True for the first caller only, for each person and version of the message.</summary>
    public bool TryClaimRefresh(Post post, Person viewer)
    {
        lock (_gate)
        {
            return _refreshed.Add((post.Id, post.Version, viewer.Key));
        }
    }

    private Post? Change(string postId, Func<Post, Post> change)
    {
        lock (_gate)
        {
            var at = _posts.FindIndex(post => post.Id == postId && !post.IsDeleted);
            if (at < 0)
            {
                return null;
            }

            var changed = change(_posts[at]) with { Revision = _posts[at].Revision + 1 };
            _posts = _posts.SetItem(at, changed);
            news.Publish(PostNews.Of(changed));
            return changed;
        }
    }

    private static JsonElement Frozen(JsonObject json) => JsonSerializer.SerializeToElement(json);
}
