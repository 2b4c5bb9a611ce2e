using System.Security.Cryptography;

namespace ClusterActors.Play.Data;

/// <summary>The folder of the data files, which remembers what was read from it.</summary>
internal sealed class DataFolder(string path)
{
    private readonly List<string> read = [];

    /// <summary>The file that was read last; what is wrong with its contents is told of it.</summary>
    public string Latest => read[^1];

    /// <summary>SHA-256 over all files that were read, in hexadecimal.</summary>
    public string Digest
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var file in read.Distinct())
                hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    public string At(params string[] name) => Path.Combine([path, .. name]);

    public bool Has(params string[] name) => File.Exists(At(name));

    /// <exception cref="DataException">The file is missing or not as it must be.</exception>
    public T Read<T>(params string[] name)
    {
        read.Add(At(name));
        return DataFile.Read<T>(Latest);
    }

    /// <summary>The names of a folder's JSON files, in order.</summary>
    /// <exception cref="DataException">There is no such folder.</exception>
    public IEnumerable<string> NamesIn(string folder)
    {
        if (!Directory.Exists(At(folder)))
            throw new DataException(DataCode.Missing, At(folder), "there is no such folder.");
        return Directory.EnumerateFiles(At(folder), "*.json").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);
    }
}
