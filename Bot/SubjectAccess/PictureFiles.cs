using System.Globalization;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.SubjectAccess;

/// <summary>Screenshots that go into a copy, decrypted as they are written.</summary>
internal sealed class PictureFiles(EvidenceVault vault)
{
    /// <param name="number">From 1; files have numbers only, never what somebody called them.</param>
    public PictureFile Of(EvidenceRow row, int number)
    {
        var extension = row.ContentType switch
        {
            "image/png" => "png",
            "image/jpeg" => "jpg",
            "image/gif" => "gif",
            "image/webp" => "webp",
            _ => "bin",
        };
        return new PictureFile(string.Create(CultureInfo.InvariantCulture, $"screenshots/{number:00}.{extension}"), row.Practice, row.Id);
    }

    /// <returns><c>null</c> when it cannot be had as it was received.</returns>
    public Task<Stream?> OpenAsync(PictureFile file, CancellationToken cancellationToken) => vault.OpenAsync(file.Practice, file.Id, cancellationToken);
}

/// <param name="Path">Its name in the copy.</param>
internal sealed record PictureFile(string Path, PracticeId Practice, EvidenceId Id);
