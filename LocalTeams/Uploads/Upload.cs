namespace Rowcroft.LocalTeams.Uploads;

/// <summary>
/// Something a person pasted or attached. <paramref name="Token"/> opens a file without signing in, as Teams' download links do.
/// </summary>
internal sealed record Upload(Guid Id, UploadKind Kind, string Name, string ContentType, ReadOnlyMemory<byte> Bytes, string Token);

internal enum UploadKind
{
    /// <summary>A picture pasted into the message.</summary>
    Pasted,

    /// <summary>A file attached with the paperclip or dropped; Teams keeps it in the sender's OneDrive.</summary>
    File,
}
