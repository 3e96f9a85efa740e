namespace Rowcroft.TeamsBot.Evidence;

/// <summary>A kind of picture that is kept, as recognised from its content.</summary>
internal sealed record PictureType(string ContentType, string Extension)
{
    public static readonly PictureType Png = new("image/png", ".png");
    public static readonly PictureType Jpeg = new("image/jpeg", ".jpg");
    public static readonly PictureType Gif = new("image/gif", ".gif");
    public static readonly PictureType WebP = new("image/webp", ".webp");
}
