namespace Microsoft.Bot.Schema;

/// <summary>The bot was installed or removed; see <see cref="InstallationUpdateActionTypes"/>.</summary>
public interface IInstallationUpdateActivity : IActivity
{
    string Action { get; set; }
}
