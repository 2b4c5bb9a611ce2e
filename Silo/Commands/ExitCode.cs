namespace ClusterActors.Silo.Commands;

/// <summary>How a command of this program ended; stable, for scripts.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Fault = 1;
    public const int Usage = 2;

    /// <summary>The data folder is in use, of the other kind, or cannot be opened.</summary>
    public const int Folder = 3;

    /// <summary>A data file cannot be played.</summary>
    public const int Data = 4;

    /// <summary>The server refused a step, a year cannot be archived, or verification found something.</summary>
    public const int Refused = 5;

    /// <summary>More than one process means Orleans, and this is not its build; <c>./run</c> ends so, too, where Orleans does not restore.</summary>
    public const int OrleansMissing = 6;

    /// <summary>A backup is incomplete, damaged, or of another store.</summary>
    public const int Backup = 7;

    /// <summary>Backup, restore, drill, verification or archiving was asked to end (Ctrl-C, SIGTERM) before it was done.</summary>
    public const int Cancelled = 8;
}
