namespace Rowcroft.TeamsBot.People.Graph;

/// <summary>
/// The application permissions that the features need, the least that is documented for each:
/// https://learn.microsoft.com/graph/permissions-reference
/// </summary>
internal static class GraphPermissions
{
    public const string Names = "User.Read.All";
    public const string Absence = "MailboxSettings.Read";
    public const string Install = "TeamsAppInstallation.ReadWriteSelfForUser.All";
    public const string Catalogue = "AppCatalog.Read.All";
}
