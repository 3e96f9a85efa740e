namespace Rowcroft.TeamsBot.Evidence;

/// <summary>A box around marks, its ends included, in pixels.</summary>
internal readonly record struct MarkBox(int Left, int Top, int Right, int Bottom)
{
    public int Width => Right - Left + 1;

    public int Height => Bottom - Top + 1;

    public double Middle => (Top + Bottom) / 2.0;

    public MarkBox With(MarkBox other) =>
        new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}

/// <summary>Sets of marks that turn out to touch each other while a picture is read row by row.</summary>
internal sealed class MarkRegions
{
    private readonly List<int> _parents = [];
    private readonly List<MarkBox> _boxes = [];

    public int Add(int left, int right, int row)
    {
        _parents.Add(_parents.Count);
        _boxes.Add(new MarkBox(left, row, right, row));
        return _parents.Count - 1;
    }

    public void Join(int one, int other)
    {
        var (first, second) = (Root(one), Root(other));
        if (first != second)
        {
            _parents[second] = first;
            _boxes[first] = _boxes[first].With(_boxes[second]);
        }
    }

    public IEnumerable<MarkBox> Boxes() => Enumerable.Range(0, _parents.Count).Where(region => _parents[region] == region).Select(region => _boxes[region]);

    private int Root(int region)
    {
        while (_parents[region] != region)
        {
            region = _parents[region] = _parents[_parents[region]];
        }

        return region;
    }
}
