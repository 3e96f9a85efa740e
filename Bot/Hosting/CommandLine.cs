using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Exports.Verifying;
using Rowcroft.TeamsBot.SelfTest;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.SubjectAccess;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>
/// <c>migrate</c> brings the database up to date, <c>package</c> writes the Teams app, <c>verify</c> reads everything that is kept again,
/// and with a file it checks an evidence bundle; <c>subject-access</c> copies what is held about one member of staff, <c>erase</c> forgets
/// what of it can be forgotten, <c>selftest</c> says how the bot is; each ends. Without a word the bot runs.
/// </summary>
internal static class CommandLine
{
    /// <summary>What is done once with the configured bot, instead of running it. Settings may follow the word.</summary>
    private static readonly IReadOnlyDictionary<string, Func<IServiceProvider, SubjectSwitches, TextWriter, Task<int>>> Commands =
        new Dictionary<string, Func<IServiceProvider, SubjectSwitches, TextWriter, Task<int>>>
        {
            ["migrate"] = async (services, _, _) =>
            {
                await services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
                return 0;
            },
            ["verify"] = async (services, _, output) =>
            {
                await PrepareAsync(services);
                return await services.GetRequiredService<VerifyKept>().RunAsync(output, CancellationToken.None);
            },
            ["subject-access"] = async (services, switches, output) =>
            {
                await PrepareAsync(services);
                return await services.GetRequiredService<SubjectAccessCommand>().RunAsync(switches, output, CancellationToken.None);
            },
            ["erase"] = (services, switches, output) =>
                services.GetRequiredService<EraseCommand>().RunAsync(switches, output, CancellationToken.None),
            ["selftest"] = (services, _, output) => services.GetRequiredService<SelfTestPrint>().RunAsync(output, CancellationToken.None),
        };

    /// <summary>The key ring, where there is one to be had; where there is not, the command itself says why.</summary>
    private static async Task PrepareAsync(IServiceProvider services)
    {
        if (await services.GetRequiredService<Migrator>().WhyNotReadyAsync(CancellationToken.None) is null)
        {
            await services.GetRequiredService<KeyRingStart>().PrepareAsync(CancellationToken.None);
        }
    }

    /// <returns>The process's exit code: 0, or 1 with one sentence in <paramref name="errors"/> when the bot cannot start; of a command, its own.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is ["package", .. var rest])
        {
            return await PackageCommand.RunAsync(rest, output, errors);
        }

        if (args is ["verify", var bundle, ..] && !bundle.StartsWith('-'))
        {
            return await VerifyBundle.RunAsync(bundle, output, errors, CancellationToken.None);
        }

        if (args is [var typed, ..] && !typed.StartsWith('-') && !typed.Contains('=', StringComparison.Ordinal) && !Commands.ContainsKey(typed))
        {
            await errors.WriteLineAsync(
                $"There is no command \"{typed}\". There are: {string.Join(", ", Commands.Keys.Append("package").Order(StringComparer.Ordinal))}. Without a command the bot runs.");
            return 1;
        }

        try
        {
            var command = args is [{ } word, ..] ? Commands.GetValueOrDefault(word) : null;
            var (switches, settings) = command is null ? (new SubjectSwitches(), args) : SubjectSwitches.From(args[1..]);
            await using var app = BotApplication.Build(settings);
            if (command is not null)
            {
                return await command(app.Services, switches, output);
            }

            await app.RunAsync();
            return 0;
        }
        catch (Exception exception) when (exception is StartupException or KeyVaultException)
        {
            await errors.WriteLineAsync(exception.Message);
            return 1;
        }
        catch (OptionsValidationException exception)
        {
            await errors.WriteLineAsync(string.Join(Environment.NewLine, exception.Failures));
            return 1;
        }
        catch (Exception exception) when (StorageFailures.SentenceFor(exception) is { } sentence)
        {
            await errors.WriteLineAsync(sentence);
            return 1;
        }
        catch (Exception exception) when (IsWrongSetting(exception) || exception.InnerException is AddressInUseException)
        {
            await errors.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    /// <summary>A number, date or choice in the configuration that cannot be read as one; the binder's message names the setting.</summary>
    private static bool IsWrongSetting(Exception exception) =>
        exception is InvalidOperationException && exception.Source == "Microsoft.Extensions.Configuration.Binder";
}
