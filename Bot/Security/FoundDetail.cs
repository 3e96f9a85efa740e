namespace Rowcroft.TeamsBot.Security;

/// <summary>Where a detail stands in <see cref="PlainSigns"/>: from <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
internal readonly record struct FoundDetail(PatientDetailKind Kind, int Start, int End)
{
    /// <summary>So much of an NHS number stays: enough for its owner to recognise it, too little for anybody else.</summary>
    private const int DigitsShown = 3;

    public string Masked(PlainSigns read) => read.WithStars([.. Hidden(read)], Start, End);

    /// <summary>Digits, and the letters of a month, but not what stands between them.</summary>
    public IEnumerable<int> Hidden(PlainSigns read)
    {
        var signs = Enumerable.Range(Start, End - Start).Where(at => char.IsLetterOrDigit(read.Text[at]));
        return Kind == PatientDetailKind.NhsNumber ? signs.Skip(DigitsShown) : signs;
    }
}
