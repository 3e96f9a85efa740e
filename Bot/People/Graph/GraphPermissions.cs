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

    /// <summary>What a feature needs as it is set up.</summary>
    public static IEnumerable<string> For(GraphFeature feature, GraphOptions options) => feature switch
    {
        GraphFeature.Names => [Names],
        GraphFeature.Absence => [Absence],
        GraphFeature.Install => string.IsNullOrEmpty(options.TeamsAppId) ? [Install, Catalogue] : [Install],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
