namespace Rowcroft.TeamsBot.Guidance;

/// <summary>What a manager reads before a case goes to an adviser: the BMA's guidance and the law, both in short.</summary>
internal sealed record Referral(string Title, string Introduction, IReadOnlyList<Statement> Steps, Law Law);

/// <param name="AsAt">The day for which the summary holds.</param>
/// <param name="NotAdvice">Shown wherever any of it is shown.</param>
internal sealed record Law(string Title, DateOnly AsAt, string NotAdvice, IReadOnlyList<Statement> Entries);

/// <param name="Title">What it is about; <c>null</c> for a step, which needs no title.</param>
internal sealed record Statement(string Text, Source Source, string? Title = null);
