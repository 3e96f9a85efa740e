using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>Somebody who may decide a case and has an automatic reply on.</summary>
/// <param name="Until">The instant from which they are back; <c>null</c> when the reply has no end.</param>
internal sealed record AwayApprover(NamedPerson Person, DateTimeOffset? Until);
