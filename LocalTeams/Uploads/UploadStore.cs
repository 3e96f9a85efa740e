using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Rowcroft.LocalTeams.Uploads;

/// <summary>Uploads, in memory.</summary>
internal sealed class UploadStore
{
    private const int TokenBytes = 24;
    private readonly ConcurrentDictionary<Guid, Upload> _uploads = [];

    public Upload Keep(UploadKind kind, string name, string contentType, ReadOnlyMemory<byte> bytes)
    {
        var upload = new Upload(
            Guid.NewGuid(), kind, name, contentType, bytes, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes)));
        _uploads[upload.Id] = upload;
        return upload;
    }

    public Upload? Find(Guid id) => _uploads.GetValueOrDefault(id);
}
