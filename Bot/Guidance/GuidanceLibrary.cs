using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Guidance;

/// <summary>
/// What the bot knows about the trade, as reviewed data with a version: the code of conduct, what can be decided, the BMA's guidance and
/// the law in short, how to report where, whom to call. All labels of the vocabulary come from here.
/// </summary>
internal sealed class GuidanceLibrary(GuidanceContent content)
{
    public Edition Edition => content.Edition;

    public string Version => content.Edition.Version;

    public CodeOfConduct CodeOfConduct => content.CodeOfConduct;

    public Referral Referral => content.Referral;

    public Law Law => content.Referral.Law;

    public Danger Danger => content.Safety.Danger;

    public SexualImageGuidance SexualImage => content.Safety.SexualImage;

    public Support Support => content.Support;

    public Sentences Sentences => content.Sentences;

    public KindGuidance Kind(AbuseKind kind) => content.CodeOfConduct.Kinds[kind];

    /// <summary>The item of the code of conduct that this kind breaks.</summary>
    public CodeOfConductItem CodeOfConductItem(AbuseKind kind)
    {
        var number = Kind(kind).Item;
        return content.CodeOfConduct.Items.Single(item => item.Number == number);
    }

    public OutcomeGuidance Outcome(DecisionOutcome outcome) => content.Outcomes[outcome];

    public PlatformGuidance Platform(Platform platform) => content.Platforms[platform];

    public string Label(AbuseKind kind) => Kind(kind).Label;

    public string Label(DecisionOutcome outcome) => Outcome(outcome).Label;

    public string Label(Platform platform) => content.Labels.Platforms[platform];

    public string Label(PostLocation location) => content.Labels.Locations[location];

    public string Label(PostVisibility visibility) => content.Labels.Visibilities[visibility];

    public string Label(PosterRelation poster) => content.Labels.Posters[poster];

    public string Label(ReportSubject subject) => content.Labels.Subjects[subject];

    public string Label(Urgency urgency) => content.Labels.Urgencies[urgency];

    public string Label(CaseStatus status) => content.Labels.Statuses[status];

    /// <summary>As the reporter answers it; so are the next three.</summary>
    public string Label(EvidenceTaker taker) => content.Labels.Takers[taker];

    public string Label(EvidenceDevice device) => content.Labels.Devices[device];

    public string Label(WholeScreen whole) => content.Labels.WholeScreens[whole];

    public string Label(SeenHow seen) => content.Labels.SeenHows[seen];
}
