using System.ComponentModel.DataAnnotations;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>
/// How long a case is kept, by what became of it. Section <c>Retention</c>. The periods for incidents, complaints and litigation follow
/// the NHS Records Management Code of Practice
/// (https://transform.england.nhs.uk/information-governance/guidance/records-management-code/records-management-code-of-practice).
/// All of them are the practice's to decide: confirm each with the data protection officer before the first case.
/// </summary>
internal sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>
    /// An incident that was not serious, in years from the incident: from 1 to 20. The Code says 10; for a trivial rude comment that
    /// may be out of proportion, so confirm with the DPO.
    /// </summary>
    [Range(1, 20)]
    public int NotSeriousYears { get; set; } = 10;

    /// <summary>
    /// A serious incident, in years from the incident: from 10 to 30. The Code says 20. What is serious here (danger, threats, hate, sexual
    /// images) is this bot's reading: confirm with the DPO.
    /// </summary>
    [Range(10, 30)]
    public int SeriousYears { get; set; } = 20;

    /// <summary>A case that became a complaint, in years from its end: from 10 to 30.</summary>
    [Range(10, 30)]
    public int ComplaintYears { get; set; } = 10;

    /// <summary>A case that went to a legal adviser, in years from its end: from 10 to 30. It is on hold besides, until that is released.</summary>
    [Range(10, 30)]
    public int LegalYears { get; set; } = 10;

    /// <summary>
    /// A post by present or former staff, in years from its end: from 6 to 30. It may belong to a staff record, for which other times
    /// hold: confirm with the DPO.
    /// </summary>
    [Range(6, 30)]
    public int HumanResourcesYears { get; set; } = 10;

    /// <summary>A report that its reporter took back, in months from then: from 6 to 12. Not in the Code: confirm with the DPO.</summary>
    [Range(6, 12)]
    public int WithdrawnMonths { get; set; } = 12;

    /// <summary>
    /// That a message which belongs to no case (a summary, an alert, a change of settings) was sent, and to whom, in months from then: from 2
    /// to 36. Not in the Code: confirm with the DPO.
    /// </summary>
    [Range(2, 36)]
    public int MessageMonths { get; set; } = 12;
}
