namespace Rowcroft.TeamsBot.Security;

/// <summary>Whether somebody may talk to the bot at all. A closed family.</summary>
internal abstract record Admission
{
    private Admission()
    {
    }

    internal sealed record Admitted(Caller Caller) : Admission;

    /// <summary>Another tenant, or not on the roster. One answer for both, so that it gives no hint.</summary>
    internal sealed record NotOneOfUs : Admission;

    /// <summary>The bot is in no team of the practice yet, so that nobody can be known.</summary>
    internal sealed record NotSetUp : Admission;

    /// <summary>Teams cannot say at present who is on the roster.</summary>
    internal sealed record CannotTell : Admission;
}
