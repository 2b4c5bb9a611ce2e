using System.Diagnostics;

namespace ClusterActors.Tests.Model;

/// <summary>Makes a verifier of a Promela model and runs it to its end or to the first error.</summary>
internal static class Spin
{
    // Megabytes that a verifier may take, however large the model grows. States are kept as they are: they fit, and to fold them
    // takes twice the time. So does a better compiler's work on verifiers of which most find their error at once.
    private const string Memory = "-DMEMLIM=6000";

    public static string? SkipReason { get; } = Has("spin") && Has("gcc") ? null : "no spin or no gcc to check the model with";

    /// <summary>Its assertions, and what it says of endless runs.</summary>
    /// <param name="macros">As <c>NAME</c> or <c>NAME=value</c>.</param>
    /// <returns>What the verifier has said.</returns>
    public static Task<string> CheckAsync(string model, params string[] macros) => CheckAsync(model, [], ["-a"], macros);

    /// <summary>Its assertions alone, and that nobody waits for ever; in half the time.</summary>
    /// <inheritdoc cref="CheckAsync(string, string[])"/>
    public static Task<string> CheckSafetyAsync(string model, params string[] macros) => CheckAsync(model, ["-DSAFETY", "-DNOCLAIM"], [], macros);

    private static async Task<string> CheckAsync(string model, string[] compile, string[] run, string[] macros)
    {
        var folder = Directory.CreateTempSubdirectory("cluster-actors-model-").FullName;
        try
        {
            await RunAsync(folder, ["spin", "-a", .. macros.Select(macro => $"-D{macro}"), model]);
            await RunAsync(folder, ["gcc", "-O1", Memory, .. compile, "-o", "pan", "pan.c"]);
            return await RunAsync(folder, [Path.Combine(folder, "pan"), .. run, "-m100000", "-w24"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static async Task<string> RunAsync(string folder, params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{command[0]} ended with {process.ExitCode}: {await output}{error}");
        return await output;
    }
}
