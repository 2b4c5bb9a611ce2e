using System.Text.Json.Nodes;

namespace ClusterActors.Tests;

/// <summary>The data files in a folder of the test's own, to be changed.</summary>
internal sealed class DataCopy
{
    public DataCopy(string path)
    {
        Path = path;
        foreach (var file in Directory.EnumerateFiles(SiloProcess.DataFiles, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(path, System.IO.Path.GetRelativePath(SiloProcess.DataFiles, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Path { get; }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Change(string name, Action<JsonNode> change)
    {
        var node = JsonNode.Parse(File.ReadAllText(At(name)))!;
        change(node);
        File.WriteAllText(At(name), node.ToJsonString());
    }

    public void Rewrite(string name, Func<byte[], byte[]> change) => File.WriteAllBytes(At(name), change(File.ReadAllBytes(At(name))));
}
