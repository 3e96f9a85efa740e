using Rowcroft.LocalTeams.Connector;

namespace Rowcroft.LocalTeams.Faults;

/// <summary>
/// The next <paramref name="Times"/> calls of this kind go wrong in this way.
/// <paramref name="RetryAfterSeconds"/> is only for <see cref="FaultKind.TooManyRequests"/>.
/// </summary>
internal sealed record Fault(ConnectorOperation Operation, FaultKind Kind, int Times = 1, int RetryAfterSeconds = 1);

internal enum FaultKind
{
    /// <summary>429 with <c>Retry-After</c>.</summary>
    TooManyRequests,

    /// <summary>403, the bot is not on the roster.</summary>
    Forbidden,

    NotFound,

    /// <summary>409.</summary>
    Conflict,

    /// <summary>412, which Teams asks to try again.</summary>
    PreconditionFailed,

    /// <summary>500.</summary>
    ServerError,

    /// <summary>502.</summary>
    BadGateway,

    /// <summary>503.</summary>
    ServiceUnavailable,

    /// <summary>No answer until the caller gives up.</summary>
    Timeout,

    /// <summary>The line is cut before the call is carried out.</summary>
    HangUp,

    /// <summary>The call is carried out, and then answered with 502.</summary>
    LostAnswer,

    /// <summary>The call is carried out, and then the line is cut.</summary>
    TakenHangUp,

    /// <summary>The call is carried out, and then there is no answer until the caller gives up.</summary>
    TakenTimeout,

    /// <summary>302 to a host that does not exist.</summary>
    Redirect,
}
