using Microsoft.AspNetCore.Antiforgery;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>What can be asked for at a case's evidence. Who may is the desk's business; each answers "nothing to show" without it.</summary>
internal sealed class ViewingEndpoints(
    EvidenceDesk desk, EvidencePage evidencePage, RedactPage redactPage, PictureHandling handling, IAntiforgery antiforgery)
{
    public const string NewCopy = "copy";
    private const string CopySaved = "The redacted copy is saved. It stands below its original.";

    public static void Map(IEndpointRouteBuilder cases)
    {
        cases.MapGet("", (HttpContext http, string reference, ViewingEndpoints here) => here.PageAsync(http, reference));
        cases.MapPost("", (HttpContext http, string reference, ViewingEndpoints here) => here.ShowAsync(http, reference));
        cases.MapGet("/{id}/preview", (HttpContext http, string reference, string id, ViewingEndpoints here) => here.PreviewAsync(http, reference, id));
        cases.MapGet("/{id}/picture", (HttpContext http, string reference, string id, ViewingEndpoints here) => here.PictureAsync(http, reference, id));
        cases.MapPost("/{id}/file", (HttpContext http, string reference, string id, ViewingEndpoints here) => here.FileAsync(http, reference, id));
        cases.MapGet("/{id}/redact", (HttpContext http, string reference, string id, ViewingEndpoints here) => here.RedactAsync(http, reference, id));
        cases.MapPost("/{id}/redact", (HttpContext http, string reference, string id, ViewingEndpoints here) => here.SaveAsync(http, reference, id));
    }

    private async Task<IResult> PageAsync(HttpContext http, string reference) =>
        await desk.OpenAsync(http.User, reference, Attempts.Open, http.RequestAborted) is { } opened
            ? Page(http, opened, shown: null, http.Request.Query.ContainsKey(NewCopy) ? CopySaved : null)
            : NotFoundPage.Answer;

    /// <summary>For browsers without script: the page again, with one picture uncovered. A link alone never uncovers one.</summary>
    private async Task<IResult> ShowAsync(HttpContext http, string reference)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return await desk.OpenAsync(http.User, reference, Attempts.Open, http.RequestAborted) is { } opened
            ? Page(http, opened, opened.Find(form["show"])?.Id, news: null)
            : NotFoundPage.Answer;
    }

    private Task<IResult> PreviewAsync(HttpContext http, string reference, string id) =>
        ImageAsync(http, reference, id, Attempts.Preview, handling.PreviewAsync);

    private Task<IResult> PictureAsync(HttpContext http, string reference, string id) =>
        ImageAsync(http, reference, id, Attempts.View, handling.ViewAsync);

    private async Task<IResult> ImageAsync(
        HttpContext http, string reference, string id, string attempted, Func<OpenedEvidence, ShelvedPicture, CancellationToken, Task<IResult?>> draw)
    {
        if (await desk.OpenAsync(http.User, reference, attempted, http.RequestAborted) is not { } opened || opened.Find(id) is not { } picture)
        {
            return NotFoundPage.Answer;
        }

        // The picture's own address, sent to somebody, must not open it without the warning.
        return http.Request.Headers["Sec-Fetch-Dest"] is [var use] && use != "image"
            ? Back(opened, picture)
            : await draw(opened, picture, http.RequestAborted) ?? UnreadablePage.Answer;
    }

    private async Task<IResult> FileAsync(HttpContext http, string reference, string id) =>
        await desk.OpenAsync(http.User, reference, Attempts.Download, http.RequestAborted) is { } opened && opened.Find(id) is { } picture
            ? await handling.DownloadAsync(opened, picture, http.RequestAborted) ?? UnreadablePage.Answer
            : NotFoundPage.Answer;

    private async Task<IResult> RedactAsync(HttpContext http, string reference, string id) =>
        await ToRedactAsync(http, reference, id) is var (opened, picture)
            ? new PageResult(redactPage.Draw(opened, picture, ForgeryField.For(antiforgery, http), problem: null))
            : NotFoundPage.Answer;

    private async Task<IResult> SaveAsync(HttpContext http, string reference, string id)
    {
        if (await ToRedactAsync(http, reference, id) is not var (opened, picture))
        {
            return NotFoundPage.Answer;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var outcome = DrawnBoxes.Read(form) is { } boxes
            ? await handling.RedactAsync(opened, picture, boxes, http.RequestAborted)
            : new CopyOutcome.BadBoxes();
        return outcome switch
        {
            CopyOutcome.Written => Back(opened, picture, $"?{NewCopy}=1"),
            CopyOutcome.BadBoxes => new PageResult(
                redactPage.Draw(opened, picture, ForgeryField.For(antiforgery, http), DrawnBoxes.Problem), StatusCodes.Status400BadRequest),
            _ => UnreadablePage.Answer,
        };
    }

    /// <summary>Only those who decide cover anything, and only in originals.</summary>
    private async Task<(OpenedEvidence Opened, ShelvedPicture Picture)?> ToRedactAsync(HttpContext http, string reference, string id)
    {
        if (await desk.OpenAsync(http.User, reference, Attempts.Redact, http.RequestAborted) is not { } opened)
        {
            return null;
        }

        if (!opened.AsApprover)
        {
            await desk.RefuseAsync(opened, Attempts.Redact, http.RequestAborted);
            return null;
        }

        return opened.Find(id) is { CopyOf: null } picture ? (opened, picture) : null;
    }

    private PageResult Page(HttpContext http, OpenedEvidence opened, EvidenceId? shown, string? news) =>
        new(evidencePage.Draw(opened, ForgeryField.For(antiforgery, http), shown, news));

    private static IResult Back(OpenedEvidence opened, ShelvedPicture picture, string query = "") =>
        new SeeOther($"{EvidenceLink.PathOf(opened.Case.Reference.ToString())}{query}#{PictureCard.Anchor(picture)}");
}
