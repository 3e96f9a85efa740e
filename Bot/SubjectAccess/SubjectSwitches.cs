using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.SubjectAccess;

/// <summary>What is said on the command line of <c>subject-access</c> and <c>erase</c>, as it was typed.</summary>
internal sealed record SubjectSwitches
{
    public string? Person { get; init; }

    public string? Out { get; init; }

    public string? Practice { get; init; }

    /// <summary>What the person is called beside the names that the bot knows; texts in which it stands are listed for a human to read.</summary>
    public string? Name { get; init; }

    /// <summary>A text file: the places of the list for a human, one a line, whose content is given after all.</summary>
    public string? Release { get; init; }

    /// <summary>The person's own screenshots go into the copy.</summary>
    public bool WithFiles { get; init; }

    /// <summary>The practice that was named; <c>null</c> when none was.</summary>
    public PracticeId? Where => Practice is { Length: > 0 } id ? new PracticeId(id) : null;

    /// <summary>Only an Entra object id says who somebody is: the bot keeps no user principal names.</summary>
    public PersonId? Who => Guid.TryParse(Person, out var id) ? new PersonId(id.ToString("D")) : null;

    /// <summary>Takes the switches of these commands out; everything else is settings of the bot.</summary>
    public static (SubjectSwitches Switches, string[] Settings) From(IReadOnlyList<string> args)
    {
        var (switches, settings) = (new SubjectSwitches(), new List<string>());
        for (var i = 0; i < args.Count; i++)
        {
            var parts = args[i].Split('=', 2);
            if (parts[0] == "--with-files")
            {
                switches = switches with { WithFiles = true };
            }
            else if (parts[0] is not ("--person" or "--out" or "--practice" or "--name" or "--release"))
            {
                settings.Add(args[i]);
            }
            else if (parts.Length == 2 || i + 1 < args.Count)
            {
                switches = switches.With(parts[0], parts.Length == 2 ? parts[1] : args[++i]);
            }
        }

        return (switches, [.. settings]);
    }

    private SubjectSwitches With(string name, string value) => name switch
    {
        "--person" => this with { Person = value.Trim() },
        "--out" => this with { Out = value },
        "--practice" => this with { Practice = value.Trim() },
        "--name" => this with { Name = value.Trim() },
        _ => this with { Release = value },
    };
}
