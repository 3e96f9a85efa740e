using System.Text.Json.Nodes;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.SubjectAccess.Holdings;

/// <summary>One kind of thing that is held about people.</summary>
internal interface IHolding
{
    /// <summary>What the person reads above it.</summary>
    string Title { get; }

    /// <summary>What it is for, in a sentence.</summary>
    string Purpose { get; }

    /// <summary>The rows that it speaks for.</summary>
    IReadOnlyCollection<Type> Tables { get; }

    /// <returns>What is held about this person, always in the same order; empty when nothing is.</returns>
    Task<IReadOnlyList<JsonObject>> FindAsync(BotDbContext db, Asked asked, CancellationToken cancellationToken);
}

/// <summary>A request and what is noted while it is answered.</summary>
/// <param name="Files">Where the person's own screenshots are put; <c>null</c> when they are not asked for.</param>
internal sealed record Asked(DataSubject Subject, Discretion Discretion, Withheld Withheld, List<PictureFile>? Files);
