namespace Rowcroft.TeamsBot.SetUp;

/// <summary>What came of saving. A closed family.</summary>
internal abstract record SaveOutcome
{
    private SaveOutcome()
    {
    }

    internal sealed record Saved : SaveOutcome;

    /// <summary>The same person has saved the very same before, and only the answer was lost: nothing more was stored.</summary>
    internal sealed record SavedBefore : SaveOutcome;

    /// <summary>The settings are not those that the card showed.</summary>
    internal sealed record SomebodyWasFirst : SaveOutcome;

    /// <summary>Another practice's references begin so.</summary>
    internal sealed record PrefixTaken : SaveOutcome;

    /// <summary>There are cases whose references begin otherwise.</summary>
    internal sealed record PrefixInUse : SaveOutcome;
}
