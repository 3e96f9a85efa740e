namespace Rowcroft.LocalTeams.Connector;

/// <summary>The error bodies of Teams' connector.</summary>
/// <remarks>Codes: https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-code-responses</remarks>
internal static class ConnectorError
{
    public static IResult ConversationNotFound { get; } = Of(404, "ConversationNotFound", "Conversation not found.");

    public static IResult ActivityNotFound { get; } =
        Of(404, "ActivityNotFoundInConversation", "The message ID provided could not be found in the conversation.");

    public static IResult AttachmentNotFound { get; } = Of(404, "AttachmentNotFound", "Attachment not found.");

    public static IResult MemberNotFound { get; } =
        Of(404, "MemberNotFoundInConversation", "The member was not found in the conversation.");

    public static IResult TeamNotFound { get; } = Of(404, "TeamNotFound", "Team not found.");

    public static IResult NotOnRoster { get; } =
        Of(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");

    public static IResult NotInstalled { get; } =
        Of(403, "ForbiddenOperationException", "The bot is not installed in user's personal scope");

    public static IResult NotYours { get; } = Of(403, "NotEnoughPermissions", "The message was not sent by this bot.");

    public static IResult TooBig { get; } = Of(413, "MessageSizeTooBig", "Message size too large.");

    public static IResult Unauthorized { get; } = Of(401, "Unauthorized", "Authorization has been denied for this request.");

    public static IResult BadSyntax(string message) => Of(400, "BadSyntax", message);

    public static IResult BadArgument(string message) => Of(400, "BadArgument", message);

    public static IResult Of(int status, string code, string message) =>
        Results.Json(new { error = new { code, message } }, statusCode: status);
}
