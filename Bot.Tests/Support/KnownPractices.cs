using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>The directory of practices, as tests need it.</summary>
internal static class KnownPractices
{
    /// <summary>With what stands in a database, and nothing in the configuration.</summary>
    public static Practices In(IDbContextFactory<BotDbContext> contexts, PracticeOptions options) => new(
        new PracticeTable(contexts).ListAsync,
        new PracticeConfiguration(new ConfigurationBuilder().Build(), Options.Create(options)),
        Options.Create(options),
        new FakeTimeProvider());

    /// <summary>With what a test says.</summary>
    /// <param name="options">As if all of it stood in the configuration, as far as it differs from what options have by themselves.</param>
    public static Practices Of(PracticeOptions options, params IReadOnlyList<PracticeRow> rows)
    {
        var said = new Dictionary<string, string?>();
        void Say(string name, IList<string> entries)
        {
            for (var i = 0; i < entries.Count; i++)
            {
                said[$"{PracticeOptions.Section}:{name}:{i}"] = entries[i];
            }
        }

        Say(nameof(options.Managers), options.Managers);
        Say(nameof(options.Deputies), options.Deputies);
        Say(nameof(options.Partners), options.Partners);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(said).Build();
        return new Practices(_ => Task.FromResult(rows), new PracticeConfiguration(configuration, Options.Create(options)), Options.Create(options), new FakeTimeProvider());
    }
}
