using System.Text;
using Rowcroft.TeamsBot.Evidence;

namespace Rowcroft.TeamsBot.Tests.Evidence;

public sealed class PictureRecognitionTests
{
    public static TheoryData<string, byte[]> Whole => new()
    {
        { "image/png", SamplePictures.Png() },
        { "image/jpeg", SamplePictures.Jpeg },
        { "image/gif", SamplePictures.Gif },
        { "image/webp", SamplePictures.WebP },
    };

    [Theory]
    [MemberData(nameof(Whole))]
    public void A_Whole_Picture_Is_Recognised_By_Its_Content(string contentType, byte[] bytes) =>
        Assert.Equal(contentType, Recognise(bytes).Type?.ContentType);

    [Theory]
    [MemberData(nameof(Whole))]
    public void A_Picture_Cut_Off_Anywhere_Is_Not_Kept(string contentType, byte[] bytes)
    {
        Assert.NotEmpty(contentType);
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Null(Recognise(bytes[..length]).Type);
        }

        Assert.Equal(EvidenceRefusal.Incomplete, Recognise(bytes[..^1]).Refusal);
        Assert.Equal(EvidenceRefusal.Incomplete, Recognise(bytes[..(bytes.Length / 2)]).Refusal);
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public void What_Comes_After_The_Picture_Does_Not_Matter(string contentType, byte[] bytes) =>
        Assert.Equal(contentType, Recognise([.. bytes, 1, 2, 3]).Type?.ContentType);

    [Fact]
    public void A_Large_Picture_Is_Walked_To_Its_End()
    {
        var large = SamplePictures.PngOf(300_000);
        Assert.Equal(PictureType.Png, Recognise(large).Type);
        Assert.Equal(EvidenceRefusal.Incomplete, Recognise(large[..200_000]).Refusal);
        Assert.Equal(PictureType.Jpeg, Recognise([.. SamplePictures.Jpeg[..^4], .. new byte[200_000], 0xFF, 0xD9]).Type);
    }

    [Fact]
    public void A_Png_With_A_Damaged_Header_Is_Not_Kept()
    {
        var damaged = SamplePictures.Png();
        damaged[18] ^= 1; // a digit of the width, which the checksum covers
        Assert.Equal(EvidenceRefusal.Incomplete, Recognise(damaged).Refusal);
    }

    [Fact]
    public void A_Chunk_That_Claims_Two_Gigabytes_Is_Cut_Off()
    {
        byte[] claims = [.. SamplePictures.Png()[..33], 0x7F, 0xFF, 0xFF, 0xFF, .. "IDAT"u8];
        Assert.Equal(EvidenceRefusal.Incomplete, Recognise(claims).Refusal);
        claims[33] = 0xFF;
        Assert.Equal(EvidenceRefusal.Incomplete, Recognise(claims).Refusal);
    }

    [Fact]
    public void A_Header_Without_A_Picture_Is_Not_Kept()
    {
        Assert.Equal(EvidenceRefusal.Incomplete, Recognise([.. SamplePictures.Png()[..33], .. SamplePictures.Png()[^12..]]).Refusal);
        Assert.Equal(EvidenceRefusal.Incomplete, Recognise([0xFF, 0xD8, 0xFF, 0xD9]).Refusal);
        Assert.Equal(EvidenceRefusal.Incomplete, Recognise([.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x3B]).Refusal);
        Assert.Equal(EvidenceRefusal.Incomplete, Recognise([.. "RIFF"u8, 4, 0, 0, 0, .. "WEBP"u8]).Refusal);
    }

    [Theory]
    [InlineData("Empty", "")]
    [InlineData("Program", "MZ\u0090\0\u0003")]
    [InlineData("Program", "\u007fELF\u0002\u0001")]
    [InlineData("Program", "#!/bin/sh\nrm -rf /")]
    [InlineData("Pdf", "%PDF-1.7\n")]
    [InlineData("Heic", "\0\0\0\u0018ftypheic\0\0\0\0")]
    [InlineData("Heic", "\0\0\0\u0018ftypmif1\0\0\0\0")]
    [InlineData("Heic", "\0\0\0\u001cftypavif\0\0\0\0")]
    [InlineData("Svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("Svg", "\r\n<?xml version='1.0'?><!-- --> <svg/>")]
    [InlineData("NotAPicture", "<!DOCTYPE html><title>Sign in</title>")]
    [InlineData("NotAPicture", "\0\0\0\u0018ftypmp42")]
    [InlineData("NotAPicture", "PK\u0003\u0004")]
    [InlineData("NotAPicture", "RIFF\0\0\0\0WAVE")]
    [InlineData("NotAPicture", "just words")]
    public void What_Is_No_Picture_Is_Named_For_What_It_Is(string refusal, string content)
    {
        var (type, why) = Recognise(Encoding.Latin1.GetBytes(content));
        Assert.Null(type);
        Assert.Equal(refusal, why?.ToString());
    }

    private static (PictureType? Type, EvidenceRefusal? Refusal) Recognise(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        stream.Position = stream.Length; // as after receiving
        var type = PictureRecognition.Recognise(stream, out _, out var refusal);
        return (type, type is null ? refusal : null);
    }
}
