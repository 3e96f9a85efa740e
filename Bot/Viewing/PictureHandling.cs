using System.Globalization;
using Rowcroft.TeamsBot.Evidence;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>
/// Takes a file out of the vault for somebody who may have it: blurred, as a viewing copy, as it is, or as a copy with parts covered. Each
/// but the blurred one, in which there is nothing to see, is recorded before it is handed over.
/// </summary>
internal sealed class PictureHandling(
    EvidenceVault vault, BlurredPreview blurredPreview, ViewingCopy viewingCopy, RedactedCopy redactedCopy, CustodyLog custody) : IDisposable
{
    // A drawn picture is large in memory, whatever the size of its file.
    private readonly SemaphoreSlim _drawing = new(2);

    /// <returns><c>null</c> when the file cannot be read, or not be drawn.</returns>
    public async Task<IResult?> PreviewAsync(OpenedEvidence opened, ShelvedPicture picture, CancellationToken cancellationToken)
    {
        using var drawn = new MemoryStream();
        return await DrawAsync(opened, picture, original => blurredPreview.WriteAsync(original, drawn, cancellationToken), cancellationToken)
            is CopyOutcome.Written written ? new DrawnPicture(drawn.ToArray(), written.ContentType) : null;
    }

    /// <returns><c>null</c> when the file cannot be read, or not be drawn.</returns>
    public async Task<IResult?> ViewAsync(OpenedEvidence opened, ShelvedPicture picture, CancellationToken cancellationToken)
    {
        using var drawn = new MemoryStream();
        if (await DrawAsync(opened, picture, original => viewingCopy.WriteAsync(original, drawn, cancellationToken), cancellationToken)
            is not CopyOutcome.Written written)
        {
            return null;
        }

        await custody.ViewedAsync(opened, picture, cancellationToken);
        return new DrawnPicture(drawn.ToArray(), written.ContentType);
    }

    /// <returns><c>null</c> when the file cannot be read.</returns>
    public async Task<IResult?> DownloadAsync(OpenedEvidence opened, ShelvedPicture picture, CancellationToken cancellationToken)
    {
        if (await vault.OpenAsync(opened.Case.Practice, picture.Id, cancellationToken) is not { } original)
        {
            return null;
        }

        await custody.DownloadedAsync(opened, picture, cancellationToken);
        return new SealedDownload(original, picture.File.ContentType, DownloadName.For(picture.Case.Reference, picture.File));
    }

    /// <returns>What came of drawing the copy, which is sealed when it was written; <c>null</c> when the original cannot be read.</returns>
    public async Task<CopyOutcome?> RedactAsync(
        OpenedEvidence opened, ShelvedPicture picture, IReadOnlyList<RedactionBox> boxes, CancellationToken cancellationToken)
    {
        using var covered = new MemoryStream();
        var outcome = await DrawAsync(opened, picture, original => redactedCopy.WriteAsync(original, boxes, covered, cancellationToken), cancellationToken);
        if (outcome is CopyOutcome.Written written)
        {
            covered.Position = 0;
            var copy = await vault.SealCopyAsync(
                opened.Case.Practice, picture.Id, covered, NameOfNextCopy(opened, picture), written.ContentType, opened.Visitor.Id, cancellationToken);
            if (!await custody.RedactedAsync(opened, picture, copy, cancellationToken))
            {
                await vault.DiscardAsync(EvidenceVault.WaitingFor(copy.Id), cancellationToken);
            }
        }

        return outcome;
    }

    public void Dispose() => _drawing.Dispose();

    private static string NameOfNextCopy(OpenedEvidence opened, ShelvedPicture original) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Path.GetFileNameWithoutExtension(original.File.Name)}, redacted {opened.CopiesOf(original).Count() + 1}.png");

    private async Task<CopyOutcome?> DrawAsync(
        OpenedEvidence opened, ShelvedPicture picture, Func<Stream, Task<CopyOutcome>> draw, CancellationToken cancellationToken)
    {
        await _drawing.WaitAsync(cancellationToken);
        try
        {
            await using var original = await vault.OpenAsync(opened.Case.Practice, picture.Id, cancellationToken);
            return original is null ? null : await draw(original);
        }
        finally
        {
            _drawing.Release();
        }
    }
}
