namespace Rowcroft.TeamsBot.Cases;

/// <summary>A person as they were called when it was written down: people leave, and a case must still be readable.</summary>
internal sealed record NamedPerson(PersonId Id, string Name);
