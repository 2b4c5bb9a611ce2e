using ClusterActors.Simulation;

namespace ClusterActors.Tests.Fuzz;

/// <summary>Feeds a target its corpus and then mutants of it; the same seed gives the same mutants.</summary>
internal static class Fuzzing
{
    private const ulong Seed = 2020;

    public static async Task HoldsAsync(IFuzzTarget target, int mutants, params IReadOnlyList<byte[]> moreCorpus)
    {
        var corpus = CorpusOf(target.Name).Concat(moreCorpus).ToList();
        Assert.NotEmpty(corpus);
        foreach (var input in corpus)
            await RunAsync(target, input);

        var mutation = new Mutation(new Chance(Seed), corpus);
        for (var mutant = 0; mutant < mutants; mutant++)
            await RunAsync(target, mutation.Next());
    }

    private static IEnumerable<byte[]> CorpusOf(string name) => Directory.Exists(FolderOf(name))
        ? Directory.EnumerateFiles(FolderOf(name)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)
        : [];

    private static string FolderOf(string name)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Directory.Packages.props")))
                return Path.Combine(at.FullName, "tests", "Corpus", name);
        }

        throw new InvalidOperationException($"{AppContext.BaseDirectory} is not in the repository.");
    }

    private static async Task RunAsync(IFuzzTarget target, byte[] input)
    {
        try
        {
            await target.RunAsync(input);
        }
        catch (Exception fault)
        {
            Assert.Fail($"An input of '{target.Name}' has failed; keep it in tests/Corpus/{target.Name}. In base 64: {Convert.ToBase64String(input)}\n{fault}");
        }
    }
}
