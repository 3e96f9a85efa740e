namespace Rowcroft.TeamsBot.Cases;

/// <summary>Who the post is about.</summary>
internal enum ReportSubject
{
    /// <summary>The person who reports.</summary>
    Me,

    /// <summary>Somebody else on the practice's roster.</summary>
    Colleague,

    /// <summary>The practice as a whole, or nobody in particular.</summary>
    Practice,
}

internal enum Platform
{
    Facebook,
    X,
    Instagram,
    YouTube,
    WhatsApp,
    LinkedIn,
    TikTok,
    GoogleReview,
    NhsReview,
    Other,
}

/// <summary>Where on the platform it stands. It decides what the practice can do about it (<see cref="DecisionRules"/>).</summary>
internal enum PostLocation
{
    /// <summary>The reporter did not say.</summary>
    NotSaid,

    /// <summary>A comment or visitor post on the practice's own Facebook page: the only place where the practice can delete.</summary>
    OwnPagePost,

    /// <summary>A review or recommendation on the practice's own Facebook page: can be reported, not deleted.</summary>
    OwnPageReview,

    /// <summary>On somebody's profile or channel.</summary>
    Profile,

    /// <summary>In a group, public or closed.</summary>
    Group,

    /// <summary>A direct message or chat.</summary>
    DirectMessage,

    /// <summary>A review site such as Google or the NHS website.</summary>
    ReviewSite,
}

/// <summary>Whether the post could still be seen when it was reported.</summary>
internal enum PostVisibility
{
    /// <summary>The reporter does not know or did not say.</summary>
    NotKnown,
    StillUp,

    /// <summary>Deleted, edited away or expired.</summary>
    Gone,
}

/// <summary>What kind of thing happened, in the words of the practice's code of conduct.</summary>
internal enum AbuseKind
{
    StaffNamed,
    ConfidentialInformation,
    PhotoOrRecording,
    AbusiveOrOffensive,
    Threatening,
    FalseOrDefamatory,
    ComplaintInWrongPlace,
    AppointmentOrMedicalInWrongPlace,
    HateOrDiscrimination,

    /// <summary>An intimate or sexual image: no upload is ever offered for such a case.</summary>
    SexualImage,
}

internal enum PosterRelation
{
    /// <summary>Nobody knows who posted it, or the reporter did not say.</summary>
    Unknown,
    Patient,
    Relative,
    Staff,
    FormerStaff,
}

internal enum Urgency
{
    Normal,

    /// <summary>The reporter said that someone is in danger.</summary>
    Urgent,
}

internal enum CaseStatus
{
    /// <summary>Reported; nobody has acted on it yet.</summary>
    Reported,

    /// <summary>An approver asked the reporter something and the answer is outstanding.</summary>
    AwaitingInformation,

    /// <summary>The reporter answered; the decision is outstanding.</summary>
    UnderReview,
    Decided,

    /// <summary>Taken back by the reporter before a decision.</summary>
    Withdrawn,

    /// <summary>Another case is about the same post, and decides for this one too (<see cref="Case.DuplicateOf"/>).</summary>
    DuplicateOf,
}

/// <summary>What an approver can decide. A case may carry several, except <see cref="NoFurtherAction"/>, which stands alone.</summary>
internal enum DecisionOutcome
{
    /// <summary>Hide or delete it on the practice's own page (code of conduct, item 7).</summary>
    RemoveFromPage,

    /// <summary>Report it to the platform (code of conduct, item 7).</summary>
    ReportToPlatform,

    /// <summary>Seek legal advice (code of conduct, item 8, and the BMA's guidance).</summary>
    LegalAdvice,

    /// <summary>It is a complaint: handle it in the complaints procedure.</summary>
    ComplaintsProcedure,

    /// <summary>It is a review: point to, or answer on, the NHS website (code of conduct, item 5).</summary>
    NhsReview,

    /// <summary>Posted by present or former staff: HR, not the patient process.</summary>
    HumanResources,
    NoFurtherAction,
}
