namespace Rowcroft.LocalTeams.Connector;

/// <summary>What a bot can ask of Teams, in the words of the faults.</summary>
internal enum ConnectorOperation
{
    /// <summary>Any of the others.</summary>
    Any,
    CreateConversation,
    Send,
    Reply,
    Update,
    Delete,
    Members,
    Team,

    /// <summary>Fetching an upload.</summary>
    Attachment,
}
