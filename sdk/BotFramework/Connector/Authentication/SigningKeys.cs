using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The keys an issuer has published, and for which channels each of them vouches.</summary>
internal sealed class SigningKeys
{
    private readonly Dictionary<string, HashSet<string>> _endorsements = new(StringComparer.Ordinal);

    public SigningKeys(OpenIdConnectConfiguration configuration)
    {
        Keys = [.. configuration.SigningKeys];
        foreach (var key in configuration.JsonWebKeySet?.Keys ?? [])
        {
            if (key.KeyId is not null
                && key.AdditionalData.TryGetValue("endorsements", out var value)
                && value is JsonElement { ValueKind: JsonValueKind.Array } names)
            {
                _endorsements.TryAdd(key.KeyId, [.. names.EnumerateArray().Select(name => name.ToString())]);
            }
        }
    }

    public IReadOnlyList<SecurityKey> Keys { get; }

    /// <summary>A key that publishes no endorsements vouches for every channel; an activity that names no channel needs none.</summary>
    public bool Endorses(string keyId, string endorsement) =>
        string.IsNullOrEmpty(endorsement)
        || keyId is null
        || !_endorsements.TryGetValue(keyId, out var endorsements)
        || endorsements.Contains(endorsement);
}
