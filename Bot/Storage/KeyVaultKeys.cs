using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>Has small keys wrapped and opened by an RSA key that never leaves Azure Key Vault.</summary>
/// <remarks>It does not wait asynchronously, because the key ring cannot.</remarks>
internal sealed class KeyVaultKeys(Uri key, TokenCredential identity, HttpPipelineTransport? transport = null)
{
    private const string Algorithm = "RSA-OAEP-256";
    private const string Scope = "https://vault.azure.net/.default";
    private const string VaultHosts = ".vault.azure.net";

    private readonly HttpPipeline _pipeline =
        HttpPipelineBuilder.Build(new Patience(transport), new BearerTokenAuthenticationPolicy(identity, Scope));

    /// <summary>The ring is read again each day: what was opened once must not depend on Key Vault a second time.</summary>
    private readonly ConcurrentDictionary<WrappedKey, byte[]> _opened = new();

    public static bool IsKey(Uri address) => address is { IsAbsoluteUri: true, IsDefaultPort: true, UserInfo: "", Query: "", Fragment: "" }
        && address.Scheme == Uri.UriSchemeHttps
        && address.Host.EndsWith(VaultHosts, StringComparison.OrdinalIgnoreCase)
        && (address.Segments is ["/", "keys/", not "/"] or ["/", "keys/", not "/", not "/"]);

    /// <summary>Wraps with the newest version of the key, or with the one that is configured.</summary>
    public WrappedKey Wrap(byte[] plain)
    {
        var (kid, value) = Ask(key, "wrapkey", Base64Url.EncodeToString(plain));
        var wrapped = new WrappedKey(kid, value);

        // What cannot be opened again would be lost with the next restart: better to find out before anything is written.
        if (!Unwrap(wrapped).AsSpan().SequenceEqual(plain))
        {
            throw new KeyVaultException("Key Vault does not give back the key that it was given to wrap.");
        }

        return wrapped;
    }

    public byte[] Unwrap(WrappedKey wrapped)
    {
        // The entry comes from the database: whoever can write there must not be able to send the bot's token elsewhere.
        RequireOurs(wrapped.Key);
        return _opened.GetOrAdd(wrapped, each => Decoded(Ask(each.Key, "unwrapkey", each.Value).Value));
    }

    private (Uri Key, string Value) Ask(Uri with, string operation, string value)
    {
        using var message = _pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(new Uri($"{with.AbsoluteUri.TrimEnd('/')}/{operation}?api-version=7.4"));
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Headers.Add("Accept", "application/json");
        message.Request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(new { alg = Algorithm, value }));
        try
        {
            _pipeline.Send(message, CancellationToken.None);
        }
        catch (Exception exception) when (exception is RequestFailedException or AuthenticationFailedException or AggregateException or OperationCanceledException)
        {
            throw new KeyVaultException($"Key Vault at {with.Host} cannot be reached, or gives the bot's identity no token.", exception) { MayPass = true };
        }

        return message.Response.Status == 200 ? Read(message.Response.Content) : throw Refused(with, operation, message.Response.Status);
    }

    private (Uri Key, string Value) Read(BinaryData answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            var kid = new Uri(json.RootElement.GetProperty("kid").GetString()!);
            RequireOurs(kid);
            return (kid, json.RootElement.GetProperty("value").GetString()!);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or UriFormatException or ArgumentNullException)
        {
            throw NoAnswer(exception);
        }
    }

    private void RequireOurs(Uri kid)
    {
        if (!IsKey(kid) || kid.Segments.Length != 4 || !kid.Host.Equals(key.Host, StringComparison.OrdinalIgnoreCase))
        {
            throw new KeyVaultException($"An entry of the key ring names a key that is not a version of one in the Key Vault {key.Host}.");
        }
    }

    private static byte[] Decoded(string value)
    {
        try
        {
            return Base64Url.DecodeFromChars(value);
        }
        catch (FormatException exception)
        {
            throw NoAnswer(exception);
        }
    }

    private static KeyVaultException NoAnswer(Exception inner) => new("Key Vault's answer is not one that it should give.", inner);

    private static KeyVaultException Refused(Uri key, string operation, int status) => new(status switch
    {
        401 or 403 => $"Key Vault at {key.Host} refuses {operation} ({status}): the bot's identity needs the role Key Vault Crypto User on the key.",
        404 => $"Key Vault at {key.Host} does not have the key {key.AbsolutePath} (404).",
        429 => $"Key Vault at {key.Host} is asked too often (429): try again in a minute.",
        _ => $"Key Vault at {key.Host} answers {operation} with {status}.",
    })
    {
        MayPass = true,
    };

    private sealed class Patience : ClientOptions
    {
        public Patience(HttpPipelineTransport? transport)
        {
            (Retry.MaxRetries, Retry.Delay, Retry.MaxDelay) = (2, TimeSpan.FromSeconds(0.3), TimeSpan.FromSeconds(5));
            Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
            Transport = transport ?? Transport;
        }
    }
}
