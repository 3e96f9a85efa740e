using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Security;

/// <summary>Whether somebody may talk to the bot at all. A closed family.</summary>
internal abstract record Admission
{
    private Admission()
    {
    }

    /// <param name="Callers">One for each practice on whose roster the person is; never empty.</param>
    /// <param name="Elsewhere">The practices as somebody of which they have talked to the bot too, and whose rosters cannot be read at present.</param>
    internal sealed record Admitted(IReadOnlyList<Caller> Callers, IReadOnlyList<PracticeId> Elsewhere) : Admission
    {
        public bool MayBeElsewhere => Elsewhere.Count > 0;
    }

    /// <summary>Another tenant, or on no roster. One answer for both, so that it gives no hint.</summary>
    internal sealed record NotOneOfUs : Admission;

    /// <summary>The bot is in no team yet, so that nobody can be known.</summary>
    internal sealed record NotSetUp : Admission;

    /// <summary>Teams cannot say at present who is on the roster.</summary>
    internal sealed record CannotTell : Admission;
}
