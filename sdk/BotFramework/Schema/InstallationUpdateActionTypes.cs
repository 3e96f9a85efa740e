namespace Microsoft.Bot.Schema;

public static class InstallationUpdateActionTypes
{
    public const string Add = "add";

    public const string Remove = "remove";

    public const string AddUpgrade = "add-upgrade";

    public const string RemoveUpgrade = "remove-upgrade";
}
