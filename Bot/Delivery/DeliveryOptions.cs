using System.ComponentModel.DataAnnotations;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>How messages that are owed are sent. Section <c>Delivery</c>. The defaults keep trying for about eight hours.</summary>
internal sealed class DeliveryOptions
{
    public const string Section = "Delivery";

    /// <summary>The channel for the practice's messages. Empty: the one in which the bot was installed, or the team's first.</summary>
    public string ChannelId { get; set; } = "";

    /// <summary>After so many attempts a message is a dead letter.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 40;

    /// <summary>Before the second attempt; doubled before each further one.</summary>
    [Range(1, 60)]
    public int FirstDelaySeconds { get; set; } = 2;

    /// <summary>No wait between attempts is longer, unless Teams asks for it.</summary>
    [Range(1, 120)]
    public int MaxDelayMinutes { get; set; } = 15;

    /// <summary>How long one call to Teams may take.</summary>
    [Range(5, 60)]
    public int TimeoutSeconds { get; set; } = 15;

    /// <summary>How long a worker keeps a message to itself. After that the worker is taken for dead.</summary>
    [Range(120, 1800)]
    public int LeaseSeconds { get; set; } = 300;

    /// <summary>How many messages a worker takes at a time.</summary>
    [Range(1, 100)]
    public int BatchSize { get; set; } = 20;

    /// <summary>How often the worker looks by itself, without being woken.</summary>
    [Range(1, 60)]
    public int PollSeconds { get; set; } = 5;

    /// <summary>A message that is still owed after this time makes the readiness check report "degraded".</summary>
    [Range(1, 1440)]
    public int LateMinutes { get; set; } = 15;
}
