namespace Rowcroft.TeamsBot.Cases;

/// <summary>What the reporter told us, as they told it. Free text is at most <see cref="MaxTextLength"/> characters and never interpreted.</summary>
internal sealed record ReportedFacts
{
    public const int MaxTextLength = 4_000;
    public const int MaxShortTextLength = 200;
    public const int MaxLinkLength = 2_000;

    public required ReportSubject Subject { get; init; }

    /// <summary>Set exactly when <see cref="Subject"/> is <see cref="ReportSubject.Colleague"/>.</summary>
    public NamedPerson? Colleague { get; init; }

    /// <summary>The reporter says that the practice manager is concerned: the case goes to the deputies only.</summary>
    public bool ConcernsManager { get; init; }

    public required Platform Platform { get; init; }

    public PostLocation Location { get; init; }

    /// <summary>An absolute http(s) address, or <c>null</c> when none was given.</summary>
    public string? Link { get; init; }

    /// <summary>The day on which the reporter saw it, in the practice's zone; <c>null</c> when not said.</summary>
    public DateOnly? SeenOn { get; init; }

    public PostVisibility Visibility { get; init; }

    public required string WhatHappened { get; init; }

    /// <summary>At least one, without repeats, in the order of <see cref="AbuseKind"/>.</summary>
    public required IReadOnlyList<AbuseKind> Kinds { get; init; }

    /// <summary>Name or handle of whoever posted it; <c>null</c> when not known.</summary>
    public string? Poster { get; init; }

    public PosterRelation PosterRelation { get; init; }
}
