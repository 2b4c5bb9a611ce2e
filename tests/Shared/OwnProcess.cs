using System.Diagnostics;
using System.Globalization;

namespace ClusterActors.Tests;

/// <summary>Programs that tests and bench run, and signals that reach nothing else.</summary>
internal static class OwnProcess
{
    /// <returns>What it wrote to its standard output.</returns>
    /// <exception cref="InvalidOperationException">It ended with another code than 0.</exception>
    public static async Task<string> RunAsync(params string[] command)
    {
        using var process = Process.Start(Quiet(command))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"'{string.Join(' ', command)}' ended with {process.ExitCode}: {await output}{error}");
    }

    public static ProcessStartInfo Quiet(params string[] command) => new(command[0], command[1..])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = "/",
    };

    /// <summary>
    /// To kill, 0 is its own group, -1 is everybody, and an id may have passed to another since it was read: so only a process
    /// that descends from this one is signalled.
    /// </summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public static Task SignalAsync(string signal, int process) => Descends(process)
        ? RunAsync("kill", $"-{signal}", process.ToString(CultureInfo.InvariantCulture))
        : throw new ArgumentException($"{process} is no process of this one.", nameof(process));

    private static bool Descends(int process)
    {
        for (var ancestor = ParentOf(process); ancestor > 1; ancestor = ParentOf(ancestor))
        {
            if (ancestor == Environment.ProcessId)
                return true;
        }

        return false;
    }

    private static int ParentOf(int process)
    {
        if (process <= 1)
            return 0;
        try
        {
            // "id (name) state parent …", and a name can hold anything.
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
