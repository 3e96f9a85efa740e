namespace Rowcroft.TeamsBot.Cases;

/// <summary>What came of a command on a case. A closed family.</summary>
internal abstract record CaseOutcome
{
    private CaseOutcome()
    {
    }

    /// <summary>The next version of the case and what happened to it; nothing is stored yet.</summary>
    internal sealed record Recorded(Case Case, CaseEvent Event) : CaseOutcome
    {
        /// <summary>What happened because of it, in the same moment; it follows <see cref="Event"/> in the chain.</summary>
        public IReadOnlyList<CaseEvent> Also { get; init; } = [];

        /// <summary>The change of another case that is stored with this one or not at all; <c>null</c> for most commands.</summary>
        public Recorded? Together { get; init; }
    }

    /// <summary>Somebody was first.</summary>
    internal sealed record AlreadyDecided(NamedPerson By, DateTimeOffset At) : CaseOutcome;

    /// <summary>The reporter has taken the case back.</summary>
    internal sealed record AlreadyWithdrawn(DateTimeOffset At) : CaseOutcome;

    /// <summary>It is decided with another case.</summary>
    internal sealed record AlreadyMerged(MergedInto Into) : CaseOutcome;

    /// <summary>The command does not fit; one sentence's worth of why.</summary>
    internal sealed record NotAllowed(Refusal Why) : CaseOutcome;

    /// <summary>The case has moved on since the card was drawn.</summary>
    internal sealed record Stale(int Expected, int Actual) : CaseOutcome;
}

/// <summary>Why a command does not fit the case.</summary>
internal enum Refusal
{
    /// <summary>No outcome was chosen.</summary>
    NothingChosen,

    /// <summary>The reason for the file is empty.</summary>
    ReasonMissing,

    /// <summary>A text is longer than <see cref="ReportedFacts.MaxTextLength"/>.</summary>
    TextTooLong,

    /// <summary>For example removal of a post that does not stand on the practice's own page.</summary>
    ImpossibleHere,

    /// <summary>Removal or platform report without sealed evidence and without a word on why there is none.</summary>
    EvidenceMissing,

    /// <summary>"No further action" together with an action.</summary>
    NoFurtherActionStandsAlone,

    /// <summary>A question is already waiting for its answer.</summary>
    QuestionWaiting,

    /// <summary>There is no question to answer.</summary>
    NoQuestion,

    /// <summary>The question or answer is empty.</summary>
    TextMissing,

    /// <summary>Only the reporter may do this.</summary>
    NotTheReporter,

    /// <summary>The case is on hold already; or it is, and should be deleted.</summary>
    AlreadyOnHold,

    /// <summary>There is no hold to release.</summary>
    NotOnHold,

    /// <summary>Its retention time is over, and its deletion has begun.</summary>
    BeingDeleted,

    /// <summary>A case is not deleted before it has ended.</summary>
    StillOpen,

    /// <summary>It is about a sexual image: no picture is ever kept.</summary>
    NoPicturesOfThis,

    /// <summary>The case has this very file already.</summary>
    AlreadyReceived,

    /// <summary>A case cannot be merged with itself.</summary>
    SameCase,

    /// <summary>A case cannot be merged with one of another practice.</summary>
    OtherPractice,

    /// <summary>The cases are not merged with each other, so that there is nothing to take apart.</summary>
    NotTogether,

    /// <summary>It was said before that the two are not about the same post.</summary>
    SaidBefore,

    /// <summary>The reporter has taken the report back; there is nobody to ask.</summary>
    ReporterLeft,
}
