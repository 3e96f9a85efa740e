using System.Globalization;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Exports.Bundles;

/// <summary>One sentence for each event: inside the practice with names and what was written, for outsiders without.</summary>
internal sealed class ChronologySentences(BundleContents contents)
{
    private readonly bool _outside = contents.IsForOutsiders;

    public string For(ChainLink link) => link.Event switch
    {
        CaseReported reported => $"Reported by {Who(reported.Actor)} with {Screenshots(reported.Evidence.Count)}.",
        QuestionAsked asked => _outside ? "A question to the person who reported it." : $"{Capital(Who(asked.Actor))} asked: “{asked.Text}”",
        QuestionAnswered answered => _outside ? "The question was answered." : $"{Capital(Who(answered.Actor))} answered: “{answered.Answer}”",
        CaseDecided decided => Decided(decided.Decision),
        CaseWithdrawn withdrawn => $"Taken back by {Who(withdrawn.Actor)}.",
        ActionRefused refused => _outside
            ? "Somebody tried what they may not do, and was refused."
            : $"{Capital(Who(refused.Actor))} tried what they may not do ({refused.Attempted}), and was refused.",
        EvidenceReceived received => $"A further screenshot was received from {Who(received.Actor)}. SHA-256 {received.Evidence.Sha256}.",
        EvidenceNameKept kept => _outside
            ? "The name of a screenshot was kept as it was sent."
            : $"{Capital(Who(kept.Actor))} kept the name of a screenshot as it was sent, although it may hold a patient's details: “{kept.KeptDetails.Reason}”",
        EvidenceViewed viewed => $"{Capital(Who(viewed.Actor))} looked at the file with the SHA-256 {viewed.Sha256}.",
        EvidenceDownloaded taken => $"{Capital(Who(taken.Actor))} downloaded the file with the SHA-256 {taken.Sha256}.",
        EvidenceRedacted redacted =>
            $"{Capital(Who(redacted.Actor))} made a redacted copy of the file with the SHA-256 {redacted.OfSha256}. The copy's SHA-256 is {redacted.Copy.Sha256}.",
        EvidencePurged purged => $"The file with the SHA-256 {purged.Sha256} was deleted for good, because its time was over.",
        EvidenceInfected infected =>
            $"The virus check found {infected.Signature} in the file with the SHA-256 {infected.Sha256}. It was destroyed, and nobody had been shown it.",
        HoldPlaced placed => _outside
            ? "Nothing of the case is to be deleted from now on."
            : $"{Capital(Who(placed.Actor))} put the case on hold, so that nothing of it is deleted: “{placed.Reason}”",
        HoldReleased released => _outside
            ? "Nothing keeps the case from being deleted any more when its time is over."
            : $"{Capital(Who(released.Actor))} released the hold: “{released.Reason}”",
        PurgeBegun begun => $"The case's time is over, and its deletion began: {begun.Rule}.",
        CasesMerged merged => $"{merged.DuplicateReference} was put together with {merged.MainReference}: both are about the same post.",
        CasesTakenApart apart => $"{apart.DuplicateReference} was separated from {apart.MainReference} again: they are not about the same post.",
        ExportRequested requested => $"{Capital(Who(requested.Actor))} asked for the evidence, for {BundleWords.For(requested.Audience)}.",
        ExportConfirmed confirmed => $"{Capital(Who(confirmed.Actor))} agreed that it is handed over.",
        ExportDeclined declined => $"{Capital(Who(declined.Actor))} did not agree that it is handed over.",
        EvidenceExported exported =>
            $"The evidence was handed out for {BundleWords.For(exported.Audience)}. The bundle's SHA-256 is {exported.Sha256}.",
        SubjectAccessGiven given => $"A copy of what is held about a member of staff was made. Its SHA-256 is {given.Sha256}.",

        // Whatever another part of the bot records: its kind is written as words that hold.
        _ => $"{Capital(link.Kind.Replace('-', ' '))}{(_outside ? "" : $", by {Who(link.Event.Actor)}")}.",
    };

    private string Decided(Decision decision) => _outside
        ? "The practice decided what to do."
        : $"{decision.By.Name} decided: {string.Join("; ", decision.Outcomes.Select(outcome => BundleWords.Of(outcome)))}. Reason: “{decision.Reason}”";

    private string Who(PersonId person)
    {
        var @case = contents.Case;
        var reporters = contents.Merged.Select(part => part.Case.Reporter).Prepend(@case.Reporter);
        if (reporters.FirstOrDefault(reporter => reporter.Id == person) is { } found)
        {
            return _outside ? BundleWords.SomebodyOfTheStaff : found.Name;
        }

        if (person == PersonId.Bot)
        {
            return "the bot";
        }

        if (_outside)
        {
            return "a person who decides such cases";
        }

        // Names as they were written down at the time. The roster of today may call them something else, or not know them any more.
        return @case.Decision?.By is { } decider && decider.Id == person ? decider.Name
            : @case.Questions.Select(question => question.AskedBy).FirstOrDefault(asker => asker.Id == person) is { } asker ? asker.Name
            : $"the person with the id {person}";
    }

    private static string Screenshots(int count) => count switch
    {
        0 => "no screenshot",
        1 => "1 screenshot",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} screenshots"),
    };

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
