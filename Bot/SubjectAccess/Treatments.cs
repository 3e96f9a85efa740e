using System.Reflection;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;
using static Rowcroft.TeamsBot.SubjectAccess.Treatment;

namespace Rowcroft.TeamsBot.SubjectAccess;

/// <summary>
/// What is done with each text that is held. Ids, people, times, numbers, choices and whatever is made of them need no word here: their
/// type says what they are. A text that is not listed is never given (<see cref="Discretion"/>), and a test says that it is not listed.
/// </summary>
internal static class Treatments
{
    private static readonly Dictionary<(Type, string), Treatment> Known = new()
    {
        // A case.
        [(typeof(Case), nameof(Case.Provenance))] = Reporters,
        [(typeof(ReportedFacts), nameof(ReportedFacts.Link))] = Written,
        [(typeof(ReportedFacts), nameof(ReportedFacts.WhatHappened))] = Written,
        [(typeof(ReportedFacts), nameof(ReportedFacts.Poster))] = Poster,
        [(typeof(SealedEvidence), nameof(SealedEvidence.Name))] = Written,
        [(typeof(SealedEvidence), nameof(SealedEvidence.ContentType))] = AsItIs,
        [(typeof(SealedEvidence), nameof(SealedEvidence.Sha256))] = AsItIs,
        [(typeof(KeptPatientDetails), nameof(KeptPatientDetails.Masked))] = Written,
        [(typeof(KeptPatientDetails), nameof(KeptPatientDetails.Reason))] = Written,
        [(typeof(Question), nameof(Question.Text))] = Exchanged,
        [(typeof(Question), nameof(Question.Answer))] = Exchanged,
        [(typeof(Question), nameof(Question.KeptDetails))] = Reporters,
        [(typeof(Decision), nameof(Decision.Reason))] = Written,
        [(typeof(Decision), nameof(Decision.ForReporter))] = Exchanged,
        [(typeof(Decision), nameof(Decision.NoEvidenceReason))] = Written,
        [(typeof(Decision), nameof(Decision.GuidanceVersion))] = AsItIs,
        [(typeof(LegalHold), nameof(LegalHold.Reason))] = Written,
        [(typeof(PurgeStart), nameof(PurgeStart.Rule))] = AsItIs,

        // What happened to it.
        [(typeof(CaseReported), nameof(CaseReported.Provenance))] = Reporters,
        [(typeof(EvidenceNameKept), nameof(EvidenceNameKept.Name))] = Written,
        [(typeof(QuestionAsked), nameof(QuestionAsked.Text))] = Exchanged,
        [(typeof(QuestionAnswered), nameof(QuestionAnswered.Answer))] = Exchanged,
        [(typeof(HoldPlaced), nameof(HoldPlaced.Reason))] = Written,
        [(typeof(HoldReleased), nameof(HoldReleased.Reason))] = Written,
        [(typeof(PurgeBegun), nameof(PurgeBegun.Rule))] = AsItIs,
        [(typeof(ActionRefused), nameof(ActionRefused.Attempted))] = AsItIs,
        [(typeof(EvidenceViewed), nameof(EvidenceViewed.Sha256))] = AsItIs,
        [(typeof(EvidenceDownloaded), nameof(EvidenceDownloaded.Sha256))] = AsItIs,
        [(typeof(EvidenceRedacted), nameof(EvidenceRedacted.OfSha256))] = AsItIs,
        [(typeof(EvidenceNameKept), nameof(EvidenceNameKept.Name))] = Written,
        [(typeof(EvidencePurged), nameof(EvidencePurged.Sha256))] = AsItIs,
        [(typeof(EvidenceInfected), nameof(EvidenceInfected.Sha256))] = AsItIs,
        [(typeof(EvidenceInfected), nameof(EvidenceInfected.Signature))] = AsItIs,
        [(typeof(ExportRequested), nameof(ExportRequested.Reason))] = Written,
        [(typeof(EvidenceExported), nameof(EvidenceExported.Reason))] = Written,
        [(typeof(EvidenceExported), nameof(EvidenceExported.Sha256))] = AsItIs,
        [(typeof(ExportedFile), nameof(ExportedFile.Sha256))] = AsItIs,
        [(typeof(SubjectAccessGiven), nameof(SubjectAccessGiven.Sha256))] = AsItIs,

        // Tables.
        [(typeof(EvidenceRow), nameof(EvidenceRow.Name))] = Written,
        [(typeof(EvidenceRow), nameof(EvidenceRow.ContentType))] = AsItIs,
        [(typeof(EvidenceRow), nameof(EvidenceRow.Sha256))] = AsItIs,
        [(typeof(EvidenceRow), nameof(EvidenceRow.Address))] = Key,
        [(typeof(EvidenceRow), nameof(EvidenceRow.WrappedKey))] = Key,
        [(typeof(ExportRow), nameof(ExportRow.Reason))] = Written,
        [(typeof(ExportRow), nameof(ExportRow.LinkHash))] = Key,
        [(typeof(ExportRow), nameof(ExportRow.BundleSha256))] = AsItIs,
        [(typeof(ContactRow), nameof(ContactRow.ConversationId))] = AsItIs,
        [(typeof(ContactRow), nameof(ContactRow.ServiceUrl))] = AsItIs,
        [(typeof(ContactRow), nameof(ContactRow.TenantId))] = AsItIs,
        [(typeof(ContactRow), nameof(ContactRow.ChannelUserId))] = AsItIs,
        [(typeof(ContactRow), nameof(ContactRow.Upn))] = AsItIs,
        [(typeof(CardCopyRow), nameof(CardCopyRow.Kind))] = AsItIs,
        [(typeof(CardCopyRow), nameof(CardCopyRow.Detail))] = Ids,
        [(typeof(CardCopyRow), nameof(CardCopyRow.ConversationId))] = AsItIs,
        [(typeof(CardCopyRow), nameof(CardCopyRow.ServiceUrl))] = AsItIs,
        [(typeof(CardCopyRow), nameof(CardCopyRow.ActivityId))] = AsItIs,
        [(typeof(OutboxRow), nameof(OutboxRow.DedupeKey))] = Ids,
        [(typeof(OutboxRow), nameof(OutboxRow.Kind))] = AsItIs,
        [(typeof(OutboxRow), nameof(OutboxRow.Detail))] = Ids,
        [(typeof(OutboxRow), nameof(OutboxRow.TraceParent))] = AsItIs,
        [(typeof(OutboxRow), nameof(OutboxRow.LastError))] = AsItIs,
        [(typeof(OutboxRow), nameof(OutboxRow.TraceParent))] = AsItIs,
        [(typeof(PracticeRow), nameof(PracticeRow.TeamId))] = AsItIs,
        [(typeof(PracticeRow), nameof(PracticeRow.ReferencePrefix))] = AsItIs,
        [(typeof(PracticeRow), nameof(PracticeRow.Choices))] = Ids,
        [(typeof(PracticeChangeRow), nameof(PracticeChangeRow.ReferencePrefix))] = AsItIs,
        [(typeof(PracticeChangeRow), nameof(PracticeChangeRow.Choices))] = Ids,
        [(typeof(CustodyFindingRow), nameof(CustodyFindingRow.Subject))] = AsItIs,
        [(typeof(CustodyFindingRow), nameof(CustodyFindingRow.Reference))] = AsItIs,
        [(typeof(CustodyFindingRow), nameof(CustodyFindingRow.Sha256))] = AsItIs,
    };

    /// <summary>Where a text or a part of a record comes from somebody else than the rest of it.</summary>
    private static readonly Dictionary<Type, Func<object, PersonId>> Authors = new()
    {
        [typeof(Decision)] = part => ((Decision)part).By.Id,
        [typeof(Question)] = part => ((Question)part).AskedBy.Id,
        [typeof(LegalHold)] = part => ((LegalHold)part).By.Id,
    };

    /// <summary>What a record of this type holds: all that is stored of it, and nothing that is worked out from the rest.</summary>
    public static IEnumerable<PropertyInfo> PartsOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null);

    /// <returns><c>null</c> when the type of the property says all, or when it was forgotten.</returns>
    public static Treatment? Of(PropertyInfo property) =>
        Known.TryGetValue((property.DeclaringType!, property.Name), out var treatment) ? treatment : null;

    public static PersonId AuthorOf(object part, PersonId otherwise) => Authors.TryGetValue(part.GetType(), out var author) ? author(part) : otherwise;

    /// <summary>All that is listed, so that a test can say what is not there any more.</summary>
    public static IEnumerable<(Type Type, string Property)> Listed => Known.Keys;
}
