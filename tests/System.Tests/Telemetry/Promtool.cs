using System.Diagnostics;

namespace ClusterActors.Tests.Telemetry;

internal static class Promtool
{
    /// <param name="input">For its standard input; null for none.</param>
    /// <returns>Its exit code, and what it said on both outputs.</returns>
    public static async Task<(int Exit, string Said)> RunAsync(string? input, params string[] arguments)
    {
        using var promtool = Process.Start(new ProcessStartInfo("promtool", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = Task.WhenAll(promtool.StandardOutput.ReadToEndAsync(), promtool.StandardError.ReadToEndAsync());
        await promtool.StandardInput.WriteAsync(input);
        promtool.StandardInput.Close();
        await promtool.WaitForExitAsync();
        return (promtool.ExitCode, string.Concat(await said));
    }
}
