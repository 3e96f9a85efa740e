using System.Globalization;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Turns a form as typed into facts. Everything is checked here, whatever the client checked before.</summary>
/// <param name="colleagues">The roster without the reporter.</param>
/// <param name="today">In the practice's zone.</param>
internal sealed class FormCheck(IReadOnlyList<Person> colleagues, DateOnly today)
{
    /// <summary>The year in which the first of the platforms opened.</summary>
    public static readonly DateOnly Earliest = new(2004, 1, 1);

    private readonly List<FormProblem> _problems = [];

    public CheckedForm Run(FormAnswers answers)
    {
        var subject = Required<ReportSubject>(FormField.About, answers.About, "Please choose who it is about.");
        var colleague = subject == ReportSubject.Colleague ? Colleague(answers.Colleague) : null;
        var platform = Required<Platform>(FormField.Platform, answers.Platform, "Please choose where it was posted.");
        var link = Link(answers.Link.Trim());
        var seenOn = SeenOn(answers.SeenOn.Trim());
        var text = WhatHappened(answers.WhatHappened.Trim());
        var kinds = Kinds(answers.Kinds);
        var poster = Poster(answers.Poster.Trim());
        if (_problems.Count > 0)
        {
            return new CheckedForm(null, _problems);
        }

        var facts = new ReportedFacts
        {
            Subject = subject!.Value,
            Colleague = colleague,
            ConcernsManager = bool.TryParse(answers.ConcernsManager, out var concerns) && concerns,
            Platform = platform!.Value,
            Location = Choice<PostLocation>(answers.Location) ?? PostLocation.NotSaid,
            Link = link,
            SeenOn = seenOn,
            Visibility = Choice<PostVisibility>(answers.Visibility) ?? PostVisibility.NotKnown,
            WhatHappened = text,
            Kinds = kinds,
            Poster = poster,
            PosterRelation = Choice<PosterRelation>(answers.PosterRelation) ?? PosterRelation.Unknown,
        };
        return new CheckedForm(facts, []);
    }

    /// <summary>The kinds that were chosen, in the order of the vocabulary. Words that are none are left out.</summary>
    public static IReadOnlyList<AbuseKind> KindsIn(string chosen)
    {
        var words = chosen.Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
        return [.. Enum.GetValues<AbuseKind>().Where(kind => words.Contains(kind.ToString()))];
    }

    /// <returns><c>null</c> for what is no word of the vocabulary.</returns>
    // Not Enum.TryParse: that would take a number too.
    public static T? Choice<T>(string chosen)
        where T : struct, Enum =>
        Enum.GetNames<T>().Contains(chosen, StringComparer.Ordinal) ? Enum.Parse<T>(chosen) : null;

    private T? Required<T>(string field, string chosen, string problem)
        where T : struct, Enum
    {
        var choice = Choice<T>(chosen);
        if (choice is null)
        {
            Add(field, problem);
        }

        return choice;
    }

    private NamedPerson? Colleague(string chosen)
    {
        var id = new PersonId(chosen.Trim());
        var named = colleagues.Where(person => string.Equals(person.Name, chosen.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        var found = colleagues.FirstOrDefault(person => person.Id == id) ?? (named is [var only] ? only : null);
        if (found is null)
        {
            Add(FormField.Colleague, "Please choose which colleague it is about, from the list.");
        }

        return found?.Named;
    }

    private string? Link(string link)
    {
        if (link.Length == 0)
        {
            return null;
        }

        if (link.Length > ReportedFacts.MaxLinkLength)
        {
            Add(FormField.Link, $"The link is too long: {Number(link.Length)} characters. The most is {Number(ReportedFacts.MaxLinkLength)}.");
        }
        else if (!Uri.TryCreate(link, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            || address.Host.Length == 0)
        {
            Add(FormField.Link, "Please copy the whole link, from https:// on, or leave it empty.");
        }

        return link;
    }

    private DateOnly? SeenOn(string typed)
    {
        if (typed.Length == 0)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Add(FormField.SeenOn, "Please pick the date from the calendar, or leave it empty.");
        }
        else if (day > today)
        {
            Add(FormField.SeenOn, "This date is still to come. Please pick the day on which you saw it.");
        }
        else if (day < Earliest)
        {
            Add(FormField.SeenOn, $"This date is too long ago. The earliest is {PracticeClock.Say(Earliest)}.");
        }

        return day;
    }

    private IReadOnlyList<AbuseKind> Kinds(string chosen)
    {
        var kinds = KindsIn(chosen);
        if (kinds.Count == 0)
        {
            Add(FormField.Kinds, "Please choose at least one kind. If you are not sure, choose what comes nearest.");
        }

        return kinds;
    }

    private string WhatHappened(string text)
    {
        if (text.Length == 0)
        {
            Add(FormField.WhatHappened, "Please say in a few words what happened.");
        }
        else if (text.Length > ReportedFacts.MaxTextLength)
        {
            Add(
                FormField.WhatHappened,
                $"Your text has {Number(text.Length)} characters. The most is {Number(ReportedFacts.MaxTextLength)}: please shorten it.");
        }

        return text;
    }

    private string? Poster(string name)
    {
        if (name.Length > ReportedFacts.MaxShortTextLength)
        {
            Add(
                FormField.Poster,
                $"The name has {Number(name.Length)} characters. The most is {ReportedFacts.MaxShortTextLength}: please shorten it.");
        }

        return name.Length == 0 ? null : name;
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private void Add(string field, string sentence) => _problems.Add(new FormProblem(field, sentence));
}
