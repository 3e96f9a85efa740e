using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.SelfTest;

/// <summary>How long the bot's credential is still good.</summary>
internal sealed class CredentialExpiry(IOptions<CredentialOptions> options, PracticeClock clock)
{
    /// <summary>From so many days before the end on, administrators are warned.</summary>
    public const int WarnedDays = 30;

    /// <summary><c>null</c> for a managed identity, of which nothing runs out.</summary>
    public CredentialKind? Kind => options.Value.Kind;

    /// <summary>0 on the last day, negative after it; <c>null</c> when nothing runs out, or nobody wrote down when.</summary>
    public int? DaysLeft => LastDay is { } last ? last.DayNumber - clock.Today.DayNumber : null;

    public DateOnly? LastDay => Kind is null ? null : options.Value.Expires;

    /// <summary>Whether it is time to warn, or too late.</summary>
    public bool IsNear => DaysLeft <= WarnedDays;
}
