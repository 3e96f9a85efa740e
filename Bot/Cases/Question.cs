namespace Rowcroft.TeamsBot.Cases;

/// <summary>A question from an approver to the reporter. <paramref name="Answer"/> is <c>null</c> until it is answered.</summary>
internal sealed record Question(NamedPerson AskedBy, DateTimeOffset AskedAt, string Text, string? Answer = null, DateTimeOffset? AnsweredAt = null)
{
    /// <summary>What the answer holds of a patient's details although it was pointed out; <c>null</c> when nothing.</summary>
    public KeptPatientDetails? KeptDetails { get; init; }
}
