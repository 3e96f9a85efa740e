using System.Buffers.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;

namespace Rowcroft.TeamsBot.People.Graph;

/// <summary>
/// Which application permissions the bot's identity has, as its token for Graph lists them in the claim <c>roles</c>. Good for telling a
/// person, not for deciding: Microsoft promises nothing about what is in its tokens
/// (https://learn.microsoft.com/entra/identity-platform/access-tokens). What Graph answers decides.
/// </summary>
internal sealed class GraphRoles(Func<TokenCredential> credential)
{
    private static readonly TokenRequestContext Graph = new(["https://graph.microsoft.com/.default"]);

    private readonly Lazy<TokenCredential> _credential = new(credential);

    /// <returns><c>null</c> when the token does not say.</returns>
    /// <exception cref="AuthenticationFailedException">There is no token to be had.</exception>
    public async Task<IReadOnlyCollection<string>?> GrantedAsync(CancellationToken cancellationToken) =>
        Read((await _credential.Value.GetTokenAsync(Graph, cancellationToken)).Token);

    private static HashSet<string>? Read(string token)
    {
        if (token.Split('.') is not [_, var payload, _])
        {
            return null;
        }

        try
        {
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            return claims.RootElement.TryGetProperty("roles", out var roles)
                ? [.. roles.EnumerateArray().Select(role => role.GetString() ?? "")]
                : []; // an identity to which nothing was granted has no such claim
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
