using SkiaSharp;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>
/// Draws posts as social media show them: bar, avatar, name, lines of text, sometimes a picture, likes, comments. Words are made of letter-like
/// strokes, so that no font is needed. The same number gives the same post in every dress.
/// </summary>
/// <param name="Number">What is written and shown.</param>
/// <param name="Author">Whose avatar and name; posts of one author share them.</param>
/// <param name="Lines">Lines of text.</param>
internal sealed record PostPictures(int Number, int Author, int Lines, bool HasPicture = false, int Comments = 2)
{
    public SKBitmap Draw(bool isPhone, bool isDark)
    {
        var unit = isPhone ? 3f : 1f;
        var width = isPhone ? 1170 : 1280;
        var column = isPhone ? SKRect.Create(16 * unit, 0, width - (32 * unit), 0) : SKRect.Create(340, 0, 600, 0);
        var bitmap = new SKBitmap(width, isPhone ? 2532 : 900, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        var pen = new Pen(canvas, unit, isDark);
        pen.Background();
        pen.Bar(0, width, isPhone ? 44 : 56, new Random(1));
        var y = (isPhone ? 70 : 80) * unit;
        var random = new Random(Author);
        pen.Avatar(column.Left + (20 * unit), y + (20 * unit), 20 * unit, random);
        pen.Words(column.Left + (50 * unit), y + (2 * unit), 15, random, 2);
        pen.Words(column.Left + (50 * unit), y + (23 * unit), 11, random, 3, isFaint: true);
        y += 54 * unit;
        random = new Random(Number);
        for (var line = 0; line < Lines; line++)
        {
            var right = line == Lines - 1 ? column.Left + (column.Width * (0.2f + (0.7f * random.NextSingle()))) : column.Right;
            pen.Line(column.Left, y, right, 15, random);
            y += 21 * unit;
        }

        if (HasPicture)
        {
            pen.Photograph(SKRect.Create(column.Left, y + (8 * unit), column.Width, 180 * unit), random);
            y += 196 * unit;
        }

        y += 10 * unit;
        pen.Words(column.Left, y, 12, new Random(2), 3, isFaint: true);
        y += 30 * unit;
        for (var comment = 0; comment < Comments; comment++)
        {
            pen.Avatar(column.Left + (14 * unit), y + (14 * unit), 14 * unit, random);
            pen.Words(column.Left + (36 * unit), y, 13, random, 2);
            pen.Line(column.Left + (36 * unit), y + (18 * unit), column.Right - (30 * unit), 13, random);
            y += 48 * unit;
        }

        pen.Bar(bitmap.Height - (50 * unit), width, 50, new Random(3));
        return bitmap;
    }

    private sealed class Pen(SKCanvas canvas, float unit, bool isDark)
    {
        private readonly SKColor _paper = isDark ? new SKColor(0x18, 0x19, 0x1A) : SKColors.White;
        private readonly SKColor _ink = isDark ? new SKColor(0xE4, 0xE6, 0xEB) : new SKColor(0x05, 0x05, 0x05);
        private readonly SKColor _faint = isDark ? new SKColor(0xB0, 0xB3, 0xB8) : new SKColor(0x65, 0x67, 0x6B);
        private readonly SKColor _bar = isDark ? new SKColor(0x24, 0x25, 0x26) : new SKColor(0xF0, 0xF2, 0xF5);

        public void Background() => canvas.Clear(_paper);

        public void Bar(float y, int width, float height, Random random)
        {
            Rectangle(SKRect.Create(0, y, width, height * unit), _bar);
            for (var icon = 0; icon < 5; icon++)
            {
                Avatar((icon + 0.5f) * width / 5, y + (height * unit / 2), 9 * unit, random);
            }
        }

        public void Avatar(float x, float y, float radius, Random random)
        {
            using var paint = new SKPaint { IsAntialias = true, Color = SKColor.FromHsv(random.Next(360), 60, 70) };
            canvas.DrawCircle(x, y, radius, paint);
        }

        public void Photograph(SKRect place, Random random)
        {
            Rectangle(place, SKColor.FromHsv(random.Next(360), 40, 60));
            canvas.Save();
            canvas.ClipRect(place);
            for (var blob = 0; blob < 12; blob++)
            {
                Avatar(
                    place.Left + (place.Width * random.NextSingle()),
                    place.Top + (place.Height * random.NextSingle()),
                    place.Height * (0.1f + (0.3f * random.NextSingle())),
                    random);
            }

            canvas.Restore();
        }

        public void Line(float x, float y, float right, float size, Random random)
        {
            while (x < right)
            {
                var letters = Letters(random);
                if (x + (letters * size * unit * 0.52f) > right)
                {
                    return;
                }

                x = Word(x, y, size, letters, random, _ink);
            }
        }

        public void Words(float x, float y, float size, Random random, int count, bool isFaint = false)
        {
            for (var word = 0; word < count; word++)
            {
                x = Word(x, y, size, 2 + Letters(random), random, isFaint ? _faint : _ink);
            }
        }

        // English words: many short ones, few long ones.
        private static int Letters(Random random) => 1 + random.Next(1, 5) + (random.Next(3) * random.Next(3));

        /// <returns>Where the next word begins.</returns>
        private float Word(float x, float y, float size, int letters, Random random, SKColor colour)
        {
            var em = size * unit;
            for (var letter = 0; letter < letters; letter++)
            {
                x = Letter(x, y, em, random.Next(26), colour);
            }

            return x + (em * 0.28f);
        }

        private float Letter(float x, float y, float em, int letter, SKColor colour)
        {
            var (top, bottom) = (letter % 5 == 0 ? 0f : 0.22f, letter % 9 == 4 ? 0.95f : 0.75f);
            var strokes = letter % 7 == 3 ? 1 : letter % 11 == 6 ? 3 : 2;
            var step = em * 0.19f;
            for (var stroke = 0; stroke < strokes; stroke++)
            {
                Rectangle(new SKRect(x + (stroke * step), y + (em * top), x + (stroke * step) + (em * 0.09f), y + (em * bottom)), colour);
            }

            if (strokes > 1)
            {
                var bar = letter % 3 * 0.24f;
                Rectangle(
                    new SKRect(x, y + (em * (0.22f + bar)), x + ((strokes - 1) * step) + (em * 0.09f), y + (em * (0.29f + bar))), colour);
            }

            return x + ((strokes - 1) * step) + (em * 0.18f);
        }

        private void Rectangle(SKRect place, SKColor colour)
        {
            using var paint = new SKPaint { IsAntialias = true, Color = colour };
            canvas.DrawRect(place, paint);
        }
    }
}
