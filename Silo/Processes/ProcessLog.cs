namespace ClusterActors.Silo.Processes;

/// <summary>
/// What a process says, in a file of its own; begun anew at a start that finds it large, the last one is kept. A full disk costs
/// lines, which are counted, and never the process: it would stand still if nobody read what it says.
/// </summary>
internal sealed class ProcessLog(string path) : IDisposable
{
    private const long Large = 16 << 20;

    private readonly Lock turn = new();
    private StreamWriter? file;
    private long lost;

    public void Write(string line)
    {
        lock (turn)
        {
            try
            {
                file ??= Open(path);
                if (lost > 0)
                    file.WriteLine(FormattableString.Invariant($"({lost} lines could not be written)"));
                file.WriteLine(line);
                lost = 0;
            }
            catch (Exception full) when (full is IOException or UnauthorizedAccessException)
            {
                lost++;
                Close();
            }
        }
    }

    public void Dispose()
    {
        lock (turn)
            Close();
    }

    private static StreamWriter Open(string path)
    {
        if (File.Exists(path) && new FileInfo(path).Length > Large)
            File.Move(path, path + ".1", overwrite: true);
        return new(path, append: true) { AutoFlush = true };
    }

    private void Close()
    {
        try
        {
            file?.Dispose();
        }
        catch (IOException)
        {
            // What the writer still held is among the lines that are counted.
        }

        file = null;
    }
}
