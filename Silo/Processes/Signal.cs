using System.Runtime.InteropServices;

namespace ClusterActors.Silo.Processes;

/// <summary>Signals by their numbers on Linux.</summary>
internal enum Signal
{
    None = 0,
    Interrupt = 2,
    Kill = 9,
    Terminate = 15,
}

internal static class Kernel
{
    /// <returns>0, or -1 when there is no such process or it is another's.</returns>
    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static extern int Kill(int process, int signal);
}
