using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>Where a message can go at this moment. A closed family.</summary>
internal abstract record Address
{
    private Address()
    {
    }

    /// <param name="Person"><c>null</c> for the channel.</param>
    internal sealed record Found(InstallationRow Team, Person? Person) : Address;

    /// <summary>The bot is in no team for this practice, or the team is empty.</summary>
    internal sealed record NotNow : Address;

    /// <summary>The person is no longer on the roster. Only people of the practice are written to.</summary>
    internal sealed record LeftThePractice : Address;
}
