using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.People;

/// <summary>Somebody on the practice's roster.</summary>
/// <param name="Upn">User principal name; <c>null</c> when the roster hides it.</param>
/// <param name="ChannelUserId">Teams' id for this person and this bot (<c>29:…</c>): what a conversation is created with.</param>
internal sealed record Person(PersonId Id, string Name, string? Upn, string ChannelUserId)
{
    public NamedPerson Named => new(Id, Name);
}
