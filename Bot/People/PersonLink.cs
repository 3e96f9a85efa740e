namespace Rowcroft.TeamsBot.People;

/// <summary>Addresses inside Teams; no permission is needed for them.</summary>
internal static class PersonLink
{
    /// <summary>
    /// Opens the chat with somebody. Source: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
    /// </summary>
    /// <returns><c>null</c> when the roster hides the user principal name, by which Teams finds them.</returns>
    public static Uri? Chat(Person person) => person.Upn is { Length: > 0 } upn
        ? new Uri($"https://teams.microsoft.com/l/chat/0/0?users={Uri.EscapeDataString(upn)}")
        : null;
}
