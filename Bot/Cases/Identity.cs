namespace Rowcroft.TeamsBot.Cases;

/// <summary>A practice. Every row belongs to one. The value is the id given in configuration, never a person's name.</summary>
internal readonly record struct PracticeId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A person, by Entra object id. Compared without regard to case: directories differ in how they write GUIDs.</summary>
internal readonly record struct PersonId
{
    /// <summary>Nobody: what the bot does by itself, when a time is over.</summary>
    public static readonly PersonId Bot = new("bot");

    public PersonId(string value) => Value = value.ToLowerInvariant();

    public string Value { get; }

    public override string ToString() => Value;
}

/// <summary>A reported incident. It is the id of the draft it was made from, so that one draft can only become one case.</summary>
internal readonly record struct CaseId(Guid Value)
{
    public override string ToString() => Value.ToString("N");

    public static CaseId? Parse(string? text) => Guid.TryParse(text, out var value) ? new CaseId(value) : null;
}

/// <summary>One sealed screenshot.</summary>
internal readonly record struct EvidenceId(Guid Value)
{
    public override string ToString() => Value.ToString("N");
}

/// <summary>One time that a case's evidence is handed over, from the request on.</summary>
internal readonly record struct ExportId(Guid Value)
{
    public override string ToString() => Value.ToString("N");

    public static ExportId? Parse(string? text) => Guid.TryParse(text, out var value) ? new ExportId(value) : null;
}
