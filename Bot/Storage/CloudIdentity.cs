using Azure.Core;
using Azure.Identity;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>As whom the bot speaks to Azure: the managed identity that is also its registration; on a developer's machine, the developer.</summary>
internal static class CloudIdentity
{
    public static TokenCredential For(IConfiguration configuration, IHostEnvironment environment) =>
        environment.IsDevelopment() ? new DefaultAzureCredential()
        : configuration["MicrosoftAppId"] is { Length: > 0 } id ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id))
        : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);
}
