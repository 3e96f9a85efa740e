namespace Rowcroft.TeamsBot.Tests.Architecture;

/// <summary>
/// Tables of a Log Analytics workspace and their columns, as documented: https://learn.microsoft.com/azure/azure-monitor/reference/tables-index
/// </summary>
internal static class WorkspaceTables
{
    private const string Always = "_BilledSize _IsBillable _ResourceId _SubscriptionId SourceSystem TenantId TimeGenerated Type";

    private const string OfApplicationInsights =
        Always + " AppRoleInstance AppRoleName AppVersion ClientBrowser ClientCity ClientCountryOrRegion ClientIP ClientModel ClientOS"
        + " ClientStateOrProvince ClientType IKey ItemCount OperationId OperationName ParentId Properties ResourceGUID SDKVersion SessionId"
        + " SyntheticSource UserAccountId UserAuthenticatedId UserId";

    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Columns { get; } = new Dictionary<string, IReadOnlySet<string>>
    {
        ["AppDependencies"] = Words(
            OfApplicationInsights, "Data DependencyType DurationMs Id Measurements Name ReferencedItemId ReferencedType ResultCode Success Target"),
        ["AppExceptions"] = Words(
            OfApplicationInsights,
            "Assembly Details ExceptionType HandledAt InnermostAssembly InnermostMessage InnermostMethod InnermostType Measurements Message Method"
            + " OuterAssembly OuterMessage OuterMethod OuterType ProblemId SeverityLevel"),
        ["AppMetrics"] = Words(OfApplicationInsights, "Max Min Name Sum"),
        ["AppRequests"] = Words(
            OfApplicationInsights, "DurationMs Id Measurements Name ReferencedItemId ReferencedType ResultCode Source Success Url"),
        ["AppTraces"] = Words(OfApplicationInsights, "Measurements Message ReferencedItemId ReferencedType SeverityLevel"),
        ["AppServiceConsoleLogs"] = Words(Always, "Category ContainerId Host Level OperationName ResultDescription"),
    };

    private static IReadOnlySet<string> Words(params string[] lists) => lists.SelectMany(list => list.Split(' ')).ToHashSet(StringComparer.Ordinal);
}
