using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.SelfTest;

/// <summary>How long the bot's credential is still good.</summary>
internal sealed class CredentialExpiry(IOptions<CredentialOptions> options, PracticeClock clock)
{
    /// <summary>From so many days before the end on, administrators are warned.</summary>
    public const int WarnedDays = 30;

    /// <summary>0 on the last day, negative after it; <c>null</c> when nothing runs out, or nobody wrote down when.</summary>
    public int? DaysLeft => options.Value is { HasSecret: true, Expires: { } last } ? last.DayNumber - clock.Today.DayNumber : null;

    public DateOnly? LastDay => options.Value.HasSecret ? options.Value.Expires : null;

    /// <summary>Whether it is time to warn, or too late.</summary>
    public bool IsNear => DaysLeft <= WarnedDays;

    public static string Say(int daysLeft) => daysLeft switch
    {
        < 0 => "The bot's secret has expired.",
        0 => "The bot's secret expires today.",
        1 => "The bot's secret expires tomorrow.",
        _ => $"The bot's secret expires in {daysLeft} days.",
    };
}
