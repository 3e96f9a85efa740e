using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Exports;

/// <summary><c>case RMC-2026-0001 export</c>: asks for whom and which files, and takes the request.</summary>
internal sealed class AskForExport(
    CaseDesk desk, ExportLedger ledger, BundleSource source, ExportCard card, CardCopies copies, TimeProvider time)
{
    public const string NothingChosen = "Nothing was asked for yet: please choose for whom it is.";
    public const string ReasonMissing =
        "Nothing was asked for yet: an original would go to somebody outside the practice. Please write why, or make redacted copies first.";
    public const string ReasonTooLong = "Nothing was asked for yet: the reason is longer than 1,000 characters. Please make it shorter.";
    public const string CaseHasChanged = "Nothing was asked for: the case has changed meanwhile. Please look again and press once more.";
    private const int MaxReason = 1_000;

    public async Task HandleAsync(Caller caller, string reference, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (CaseReference.Parse(reference) is not { } parsed
            || await desk.OpenAsync(caller, parsed, ExportVerbs.Request, cancellationToken) is not { } opened)
        {
            await turn.SendActivityAsync(CardMessage.ForText(CaseDesk.NoCase, AskCard.Summary), cancellationToken);
            return;
        }

        var view = await ViewAsync(caller, opened, new ExportId(Guid.NewGuid()), cancellationToken);
        var sent = await turn.SendActivityAsync(CardMessage.For(AskCard.Draw(view), AskCard.Summary), cancellationToken);
        if (sent is { Id.Length: > 0 })
        {
            // Asked for, it is redrawn like those that were delivered.
            await copies.RecordAsync(
                caller.Practice, ExportAnnouncer.Asked, opened.Case.Id, caller.Id, turn.Activity, sent.Id, cancellationToken, view.Export.ToString());
        }
    }

    public async Task<AdaptiveCardInvokeResponse> PressAsync(Caller caller, JObject data, CancellationToken cancellationToken)
    {
        if (CaseId.Parse(ExportFields.TextOf(data, ExportFields.Case)) is not { } id
            || ExportId.Parse(ExportFields.TextOf(data, ExportFields.Export)) is not { } export)
        {
            return CardReply.Message(CardReply.NotUnderstood);
        }

        return await desk.OpenAsync(caller, id, ExportVerbs.Request, cancellationToken) is { } opened
            ? CardReply.With(await TakeAsync(caller, opened, export, data, cancellationToken))
            : CardReply.Message(CaseDesk.NoCase);
    }

    private async Task<AdaptiveCard> TakeAsync(Caller caller, OpenedCase opened, ExportId id, JObject data, CancellationToken cancellationToken)
    {
        if (await DrawAsync(caller, opened, id, cancellationToken) is { } already)
        {
            return already;
        }

        var audience = ExportFields.ChoiceOf<ExportAudience>(data, ExportFields.Audience);
        var reason = ExportFields.TextOf(data, ExportFields.Reason).Trim();
        var view = await ViewAsync(caller, opened, id, cancellationToken) with
        {
            Audience = audience,
            Copies = ExportFields.ChoiceOf<ExportCopies>(data, ExportFields.Copies) ?? ExportCopies.Redacted,
            Reason = reason,
        };
        if (view is { OthersWhoDecide: 0 } or { Case.Purge: not null })
        {
            return AskCard.Draw(view);
        }

        if (Problem(view) is { } problem)
        {
            return AskCard.Draw(view with { Problem = problem });
        }

        await ledger.RequestAsync(Export(caller, view, audience!.Value), cancellationToken);
        return await DrawAsync(caller, opened, id, cancellationToken) ?? AskCard.Draw(view with { Problem = CaseHasChanged });
    }

    private static string? Problem(AskView view)
    {
        var originals = view.Copies == ExportCopies.Originals ? view.Case.FamilyScreenshots : view.Unredacted.Count;
        return view switch
        {
            { Audience: null } => NothingChosen,
            { Reason.Length: > MaxReason } => ReasonTooLong,
            { Audience: not ExportAudience.Practice, Reason.Length: 0 } when originals > 0 => ReasonMissing,
            _ => null,
        };
    }

    private ExportRow Export(Caller caller, AskView view, ExportAudience audience) => new()
    {
        Id = view.Export,
        Practice = caller.Practice,
        CaseId = view.Case.Id,
        CaseVersion = view.Case.Version,
        Audience = audience,
        Copies = view.Copies,
        Reason = string.IsNullOrEmpty(view.Reason) ? null : view.Reason,
        RequestedBy = caller.Id,
        RequestedAt = time.GetUtcNow(),
    };

    /// <returns><c>null</c> when this person has not asked under this id.</returns>
    private async Task<AdaptiveCard?> DrawAsync(Caller caller, OpenedCase opened, ExportId id, CancellationToken cancellationToken) =>
        await ledger.FindAsync(caller.Practice, id, cancellationToken) is { } export && export.RequestedBy == caller.Id && export.CaseId == opened.Case.Id
            ? card.Draw(new ExportView(export, opened.Case, opened.Approvers, caller.Id, time.GetUtcNow()))
            : null;

    private async Task<AskView> ViewAsync(Caller caller, OpenedCase opened, ExportId id, CancellationToken cancellationToken)
    {
        var contents = await source.GatherAsync(opened.Case, null, ExportAudience.Practice, ExportCopies.Redacted, cancellationToken);
        return new AskView(
            opened.Case,
            id,
            [.. contents.Files.Where(file => file.Original is null).Select(file => file.Sealed.Name)],
            opened.Approvers.For(opened.Case).Count(person => person.Id != caller.Id));
    }
}
