using System.Text;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.SetUp;

/// <summary>What the set-up card shows.</summary>
/// <param name="People">The roster, in order of name.</param>
/// <param name="Channels">Of the team; empty when Teams cannot say at present.</param>
internal sealed record SetUpView(PracticeSettings Settings, IReadOnlyList<Person> People, IReadOnlyList<(string Id, string Name)> Channels)
{
    /// <summary>In bytes: the roster stands on the card three times, and Teams takes cards of 28 KB.</summary>
    private const int MaxListed = 12_000;

    /// <summary>The roster is too long to be listed: people are typed by their sign-in names, not chosen. It is so from about fifty on.</summary>
    public bool IsByName { get; } = 3 * People.Sum(person => 60 + Encoding.UTF8.GetByteCount(SetUpWords.Short(person.Name))) > MaxListed;

    /// <summary>What was filled in; <c>null</c> for what holds now.</summary>
    public SetUpForm? Filled { get; init; }

    /// <summary>What is wrong with it, by field.</summary>
    public IReadOnlyList<(string Field, string Sentence)> Problems { get; init; } = [];

    /// <summary>Said above everything else, for example that somebody was first.</summary>
    public string? News { get; init; }

    public SetUpForm Form => Filled ?? SetUpForm.Of(Settings, People, IsByName);
}
