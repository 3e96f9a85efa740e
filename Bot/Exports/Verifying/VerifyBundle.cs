namespace Rowcroft.TeamsBot.Exports.Verifying;

/// <summary><c>verify bundle.zip</c>: says what was checked and what does not agree.</summary>
internal static class VerifyBundle
{
    /// <returns>0 when everything agrees, otherwise 1.</returns>
    public static async Task<int> RunAsync(string path, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            var bundle = await OpenedBundle.ReadAsync(path, cancellationToken);
            var findings = BundleCheck.Of(bundle);
            foreach (var sentence in findings.Agree)
            {
                await output.WriteLineAsync($"ok       {sentence}");
            }

            foreach (var sentence in findings.Differ)
            {
                await output.WriteLineAsync($"DIFFERS  {sentence}");
            }

            await output.WriteLineAsync(findings.Differ.Count == 0
                ? $"Everything agrees. This shows that nothing in the bundle was changed by mistake or without changing all of it. Whether it is the bundle that the practice handed over, the practice's own record tells: SHA-256 {bundle.Sha256}"
                : $"{findings.Differ.Count} of {findings.Agree.Count + findings.Differ.Count} checks do not agree. The bundle was changed, or damaged on its way.");
            return findings.Differ.Count == 0 ? 0 : 1;
        }
        catch (NoBundleException exception)
        {
            await errors.WriteLineAsync($"{path} is not an evidence bundle that can be checked. {exception.Message}");
            return 1;
        }
    }
}
