using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.SetUp;

/// <param name="ReferencePrefix"><c>null</c> when the configuration decides it.</param>
/// <param name="Problems">What is wrong, by field; empty when it can be stored.</param>
internal sealed record CheckedSetUp(
    PracticeChoices Choices, string? ReferencePrefix, IReadOnlyList<(string Field, string Sentence)> Problems);
