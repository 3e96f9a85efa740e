using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Rowcroft.TeamsBot.Tests.Architecture;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>Azurite, Microsoft's own stand-in for Azure Blob Storage: one process for this run.</summary>
internal sealed class AzuriteServer
{
    private static readonly Lazy<(AzuriteServer? Server, string? Missing)> One = new(() => Start("http", ""));
    private readonly string _origin;

    private AzuriteServer(string origin) => _origin = origin;

    /// <summary>With the account and key that every Azurite has: https://learn.microsoft.com/azure/storage/common/storage-use-azurite.</summary>
    public string ConnectionString =>
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + $"BlobEndpoint={_origin}/devstoreaccount1;";

    public static AzuriteServer Require() => Require(One.Value);

    /// <summary>Another one, over TLS, which takes tokens as Azure does: it reads issuer, audience and times, and cannot check signatures.</summary>
    /// <param name="certificate">Paths of its certificate and key, as PEM.</param>
    public static AzuriteServer RequireWithTokens((string Certificate, string Key) certificate) =>
        Require(Start("https", $"--oauth basic --cert '{certificate.Certificate}' --key '{certificate.Key}'"));

    private static AzuriteServer Require((AzuriteServer? Server, string? Missing) found)
    {
        var (server, missing) = found;
        Skip.If(server is null, missing);
        return server!;
    }

    public Uri NewContainer() => new($"{_origin}/devstoreaccount1/t{Guid.NewGuid():N}");

    private static (AzuriteServer?, string?) Start(string scheme, string more)
    {
        var program = Path.Combine(Repository.Root, "Bot.Tests", "node_modules", "azurite", "dist", "src", "blob", "main.js");
        if (!File.Exists(program))
        {
            return (null, "Azurite is not installed: npm ci has not run in the folder Bot.Tests.");
        }

        var port = FreePort.Take().ToString(CultureInfo.InvariantCulture);

        // The test runner does not wait for what a test process does at its end, so a shell outside of it ends Azurite.
        var azurite = $"node '{program}' --inMemoryPersistence --disableTelemetry --skipApiVersionCheck --silent --blobPort {port} {more}";
        var watched = $"({azurite} & server=$!; while kill -0 {Environment.ProcessId} 2>/dev/null; do sleep 1; done; kill $server) >/dev/null 2>&1 </dev/null &";
        using (var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", watched]))!)
        {
            shell.WaitForExit();
        }

        var since = Stopwatch.GetTimestamp();
        while (!Answers(int.Parse(port, CultureInfo.InvariantCulture)))
        {
            if (Stopwatch.GetElapsedTime(since) > TimeSpan.FromSeconds(60))
            {
                return (null, "Azurite did not start within a minute.");
            }

            Thread.Yield();
        }

        return (new AzuriteServer($"{scheme}://127.0.0.1:{port}"), null);
    }

    private static bool Answers(int port)
    {
        try
        {
            using var client = new TcpClient("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
