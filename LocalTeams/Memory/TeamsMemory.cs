using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.Clock;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.LocalTeams.Memory;

/// <summary>Gathers what is worth remembering, and puts it back.</summary>
internal sealed class TeamsMemory(ConversationBook book, Installations installations, Roster roster, LocalTeamsOptions options)
{
    public SavedTeams Capture() => new()
    {
        Posts = [.. book.All.Select(Saved)],
        Installations = roster.Everyone.ToDictionary(person => person.Key, installations.Of),
        InTeam = installations.InTeam,
        Ahead = (options.Clock as ShiftableTimeProvider)?.Ahead ?? TimeSpan.Zero,
    };

    public void Restore(SavedTeams saved)
    {
        (options.Clock as ShiftableTimeProvider)?.Advance(saved.Ahead);
        installations.InTeam = saved.InTeam;
        foreach (var person in roster.Everyone)
        {
            installations.Set(person, saved.Installations.GetValueOrDefault(person.Key));
        }

        book.Restore(saved.Posts.Select(Post));
    }

    private static SavedPost Saved(Post post) => new(
        post.Id,
        post.ConversationId,
        post.ThreadId,
        post.Author?.Key,
        post.Json,
        post.At,
        post.Version,
        post.IsDeleted,
        post.ViewerCards);

    private Post Post(SavedPost saved) => new()
    {
        Id = saved.Id,
        ConversationId = saved.ConversationId,
        ThreadId = saved.ThreadId,
        Author = saved.Author is null ? null : roster.Named(saved.Author),
        Json = saved.Json,
        At = saved.At,
        Version = saved.Version,
        IsDeleted = saved.IsDeleted,
        ViewerCards = saved.ViewerCards,
    };
}
