using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>With what the key ring in the database is itself locked. Section <c>DataProtection</c>.</summary>
internal sealed class KeyRingOptions
{
    public const string Section = "DataProtection";

    /// <summary>Identifier of an RSA key in Azure Key Vault, with or without a version; <c>null</c>: the ring lies open in the database.</summary>
    public Uri? KeyVaultKey { get; set; }

    internal sealed class Validator : IValidateOptions<KeyRingOptions>
    {
        public ValidateOptionsResult Validate(string? name, KeyRingOptions options) =>
            options.KeyVaultKey is null || KeyVaultKeys.IsKey(options.KeyVaultKey)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail("DataProtection:KeyVaultKey must be the identifier of a key, for example https://name.vault.azure.net/keys/ring.");
    }
}
