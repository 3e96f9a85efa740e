namespace Rowcroft.LocalTeams.Chats;

/// <summary>A line that Teams itself shows below a message to one viewer.</summary>
internal sealed record Notice(NoticeKind Kind, string Text);

internal enum NoticeKind
{
    /// <summary>The app answered a press with a message.</summary>
    FromApp,

    /// <summary>The press was handed over.</summary>
    Sent,

    /// <summary>The app could not be reached or answered with an error.</summary>
    Failed,
}
