namespace ClusterActors.Silo.Processes;

/// <summary>What a process says, in a file of its own; begun anew at a start that finds it large, the last one is kept.</summary>
internal sealed class ProcessLog : IDisposable
{
    private const long Large = 16 << 20;

    private readonly StreamWriter file;

    public ProcessLog(string path)
    {
        if (File.Exists(path) && new FileInfo(path).Length > Large)
            File.Move(path, path + ".1", overwrite: true);
        file = new(path, append: true) { AutoFlush = true };
    }

    public void Write(string line)
    {
        lock (file)
            file.WriteLine(line);
    }

    public void Dispose() => file.Dispose();
}
