using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Evidence;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>The decoder and what is made with it.</summary>
internal sealed class DecodingRig : IDisposable
{
    private readonly PictureDecoder _decoder;

    public DecodingRig(EvidenceOptions? options = null)
    {
        _decoder = new PictureDecoder(Options.Create(options ?? new EvidenceOptions()), NullLogger<PictureDecoder>.Instance);
    }

    public PictureDecoder Decoder => _decoder;

    public async Task<(CopyOutcome Outcome, byte[] Bytes)> ViewAsync(byte[] original)
    {
        using var stream = new MemoryStream(original);
        return await ViewAsync(stream);
    }

    public async Task<(CopyOutcome Outcome, byte[] Bytes)> ViewAsync(Stream original)
    {
        using var destination = new MemoryStream();
        return (await new ViewingCopy(_decoder).WriteAsync(original, destination, default), destination.ToArray());
    }

    public async Task<(CopyOutcome Outcome, byte[] Bytes)> PreviewAsync(byte[] original)
    {
        using var stream = new MemoryStream(original);
        using var destination = new MemoryStream();
        return (await new BlurredPreview(_decoder).WriteAsync(stream, destination, default), destination.ToArray());
    }

    public async Task<(CopyOutcome Outcome, byte[] Bytes)> RedactAsync(byte[] original, params IReadOnlyList<RedactionBox> boxes)
    {
        using var stream = new MemoryStream(original);
        using var destination = new MemoryStream();
        return (await new RedactedCopy(_decoder).WriteAsync(stream, boxes, destination, default), destination.ToArray());
    }

    public async Task<ulong?> HashAsync(byte[] picture)
    {
        using var stream = new MemoryStream(picture);
        return await new PictureHash(_decoder).OfAsync(stream, default);
    }

    public void Dispose() => _decoder.Dispose();
}
