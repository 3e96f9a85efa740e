namespace Rowcroft.TeamsBot.Security;

/// <summary>
/// Finds NHS numbers and dates of birth in what people write, in links and in names of files, however they are written there. It points
/// out; people decide. Text, links and names are at most a few thousand characters long.
/// </summary>
internal static class PatientDetails
{
    /// <summary>What is left of a number, put together with the digits before it, can by chance be the next one.</summary>
    private const int Rounds = 20;

    /// <summary>In the order in which they stand in the text.</summary>
    public static IReadOnlyList<PatientDetail> In(string text)
    {
        var read = PlainSigns.Of(text);
        return [.. Find(read).Select(found => new PatientDetail(found.Kind, found.Masked(read)))];
    }

    /// <summary>The same text with stars in place of the details. Nothing is found in it any more.</summary>
    public static string Mask(string text)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var read = PlainSigns.Of(text);
            var found = Find(read);
            if (found.Count == 0)
            {
                break;
            }

            text = read.WithStars(found.SelectMany(one => one.Hidden(read)).ToHashSet());
        }

        return text;
    }

    private static List<FoundDetail> Find(PlainSigns read)
    {
        var numbers = NhsNumbers.In(read.Text).ToList();
        return [.. numbers.Concat(BirthDates.In(read.Text, numbers)).OrderBy(found => found.Start)];
    }
}
