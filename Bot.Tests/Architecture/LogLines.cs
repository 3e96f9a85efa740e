using System.Reflection;
using Microsoft.Extensions.Logging;

namespace Rowcroft.TeamsBot.Tests.Architecture;

/// <summary>Every kind of line that the bot can write into its log.</summary>
internal static class LogLines
{
    public static IReadOnlyList<LoggerMessageAttribute> All { get; } =
        [.. typeof(BotApplication).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()];
}
