namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// Finds what looks like words in a picture, light on dark or dark on light: marks of about the same height, close together. It reads nothing.
/// </summary>
internal sealed class WordFinder
{
    /// <summary>Within such a square the paper has one colour, as a rule.</summary>
    private const int Tile = 64;

    /// <summary>Ink differs from its paper by at least this.</summary>
    private const int Faintest = 40;

    // A letter is at least this high, and at most this, in the size in which pictures are compared.
    private const int LowestLetter = 4;
    private const int HighestLetter = 64;

    private readonly bool[] _marks;
    private readonly int _width;
    private readonly int _height;

    private WordFinder(byte[] grey, int width, int height)
    {
        (_width, _height) = (width, height);
        _marks = new bool[grey.Length];
        for (var top = 0; top < height; top += Tile)
        {
            for (var left = 0; left < width; left += Tile)
            {
                Mark(grey, left, top, Math.Min(left + Tile, width), Math.Min(top + Tile, height));
            }
        }
    }

    /// <summary>Marks what is nearer to the strongest ink than to the paper, which is the shade that most of the square has.</summary>
    private void Mark(byte[] grey, int left, int top, int right, int bottom)
    {
        Span<int> shades = stackalloc int[17];
        shades.Clear();
        for (var y = top; y < bottom; y++)
        {
            foreach (var shade in grey.AsSpan((y * _width) + left, right - left))
            {
                shades[shade / 16]++;
                shades[(shade / 16) + 1] += shade % 16 / 8; // a shade between two counts for both
            }
        }

        var paper = 0;
        for (var shade = 1; shade < 17; shade++)
        {
            paper = shades[shade] > shades[paper] ? shade : paper;
        }

        paper *= 16;
        var strongest = 0;
        for (var y = top; y < bottom; y++)
        {
            foreach (var shade in grey.AsSpan((y * _width) + left, right - left))
            {
                strongest = Math.Max(strongest, Math.Abs(shade - paper));
            }
        }

        var threshold = Math.Max(Faintest, strongest / 2);
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                _marks[(y * _width) + x] = Math.Abs(grey[(y * _width) + x] - paper) > threshold;
            }
        }
    }

    /// <returns>The words, and the usual height of a letter, in pixels; no words when there are no letters.</returns>
    public static (IReadOnlyList<MarkBox> Words, double Letter) Find(byte[] grey, int width, int height)
    {
        var finder = new WordFinder(grey, width, height);
        var heights = finder.Boxes().Select(box => box.Height).Where(size => size is >= LowestLetter and <= HighestLetter).Order().ToList();
        if (heights.Count == 0)
        {
            return ([], 0);
        }

        var letter = (double)heights[heights.Count / 2];
        finder.Join((int)Math.Max(1, Math.Round(letter * 0.4)));
        return ([.. finder.Boxes().Where(box => box.Height >= letter * 0.6 && box.Height <= letter * 3 && box.Width >= letter * 0.15)], letter);
    }

    /// <summary>Closes the gaps between the letters of a word.</summary>
    private void Join(int gap)
    {
        for (var y = 0; y < _height; y++)
        {
            var row = _marks.AsSpan(y * _width, _width);
            var last = -gap - 1;
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x])
                {
                    if (x - last <= gap + 1 && last >= 0)
                    {
                        row[last..x].Fill(true);
                    }

                    last = x;
                }
            }
        }
    }

    /// <summary>The boxes around all marks that touch each other.</summary>
    private IEnumerable<MarkBox> Boxes()
    {
        var regions = new MarkRegions();
        var above = new List<(int From, int To, int Region)>();
        for (var y = 0; y < _height; y++)
        {
            var current = new List<(int From, int To, int Region)>();
            var next = 0;
            foreach (var (from, to) in Runs(y))
            {
                var region = regions.Add(from, to, y);
                while (next < above.Count && above[next].To < from - 1)
                {
                    next++;
                }

                for (var touching = next; touching < above.Count && above[touching].From <= to + 1; touching++)
                {
                    regions.Join(region, above[touching].Region);
                }

                current.Add((from, to, region));
            }

            above = current;
        }

        return regions.Boxes();
    }

    private IEnumerable<(int From, int To)> Runs(int y)
    {
        for (var x = 0; x < _width; x++)
        {
            if (_marks[(y * _width) + x])
            {
                var from = x;
                while (x + 1 < _width && _marks[(y * _width) + x + 1])
                {
                    x++;
                }

                yield return (from, x);
            }
        }
    }
}
