using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using SkiaSharp;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// The one place where pictures of strangers are decoded. The limits are asked again of the decoder itself; of an animation the first frame
/// is decoded and no other; and only so many pixels are in memory at the same time.
/// </summary>
internal sealed partial class PictureDecoder(IOptions<EvidenceOptions> options, ILogger<PictureDecoder> logger) : IDisposable
{
    private readonly PixelBudget _budget = new(options.Value.MaxPixels);

    /// <param name="original">Seekable; read from its beginning.</param>
    /// <param name="wanted">The size that is wanted of the upright picture, given its real one. Never larger than that.</param>
    /// <returns><c>null</c> when it cannot be decoded: damaged, not one of the four kinds, larger than allowed, or its bytes cannot be read.</returns>
    public async Task<DecodedPicture?> DecodeAsync(
        Stream original,
        Func<PictureSize, PictureSize> wanted,
        CancellationToken cancellationToken)
    {
        using var guarded = new GuardedStream(original);
        if (PictureRecognition.Recognise(guarded, out var outline, out _) is null || outline.Pixels > options.Value.MaxPixels)
        {
            return Refuse(guarded);
        }

        guarded.Position = 0;
        using var codec = SKCodec.Create(guarded);
        if (codec is null || !IsAllowed(codec))
        {
            return Refuse(guarded);
        }

        var encoded = new PictureSize(codec.Info.Width, codec.Info.Height);
        var real = UprightPicture.IsTurned(outline.Orientation) ? encoded.Turned : encoded;
        var target = wanted(real);
        var decoded = Smallest(codec, encoded, target);
        var isReady = decoded == target && outline.Orientation == 1;
        var share = await _budget.TakeAsync(decoded.Pixels + (isReady ? 0 : target.Pixels), cancellationToken);
        var bitmap = Decode(codec, decoded);
        if (bitmap is null || guarded.Failure is not null)
        {
            bitmap?.Dispose();
            share.Dispose();
            return Refuse(guarded);
        }

        var isPhotograph = codec.EncodedFormat is SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Webp && bitmap.AlphaType == SKAlphaType.Opaque;
        return new DecodedPicture(isReady ? bitmap : UprightPicture.Draw(bitmap, outline.Orientation, target), real, isPhotograph, share);
    }

    public void Dispose() => _budget.Dispose();

    private bool IsAllowed(SKCodec codec) =>
        codec.EncodedFormat is SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Gif or SKEncodedImageFormat.Webp
        && codec.Info is { Width: > 0, Height: > 0 }
        && new PictureSize(codec.Info.Width, codec.Info.Height).Pixels <= options.Value.MaxPixels;

    /// <summary>JPEG and WebP can be decoded in eighths of their size, which is much cheaper than decoding and shrinking.</summary>
    private static PictureSize Smallest(SKCodec codec, PictureSize encoded, PictureSize target)
    {
        var needed = Math.Max(target.Width, target.Height) / (double)Math.Max(encoded.Width, encoded.Height);
        var eighths = (int)Math.Ceiling(needed * 8);
        if (eighths >= 8)
        {
            return encoded;
        }

        var scaled = codec.GetScaledDimensions(eighths / 8f);
        return new PictureSize(scaled.Width, scaled.Height);
    }

    private static SKBitmap? Decode(SKCodec codec, PictureSize size)
    {
        using var colours = SKColorSpace.CreateSrgb();
        var bitmap = new SKBitmap();
        var alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul;
        if (bitmap.TryAllocPixels(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, alpha, colours)))
        {
            bitmap.Erase(SKColors.Transparent); // what the file leaves out must not be what was in this memory before
            if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success)
            {
                return bitmap;
            }
        }

        bitmap.Dispose();
        return null;
    }

    private DecodedPicture? Refuse(GuardedStream guarded)
    {
        if (guarded.Failure is not (null or IOException or CryptographicException or InvalidDataException))
        {
            throw new InvalidOperationException("The picture's bytes could not be read", guarded.Failure);
        }

        Log.NotDecoded(logger, guarded.Failure?.GetType().Name ?? "not a picture that can be drawn");
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(2555, LogLevel.Information, "A picture was not decoded: {Why}")]
        public static partial void NotDecoded(ILogger logger, string why);
    }
}
