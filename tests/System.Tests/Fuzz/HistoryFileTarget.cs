using ClusterActors.Play;
using ClusterActors.Play.Data;

namespace ClusterActors.Tests.Fuzz;

/// <summary>One file of the data that the history is played from: every step can be made of it, or it is refused with a code.</summary>
internal sealed class HistoryFileTarget(DataCopy data, string file, Api api) : IFuzzTarget
{
    public string Name { get; } = $"data/{file}";

    public Task RunAsync(byte[] input)
    {
        File.WriteAllBytes(data.At(file), input);
        try
        {
            var history = History.Load(new DataFolder(data.Path), 2021, 2025);
            Assert.NotEmpty(new HistoryScript(history, api).Acts());
        }
        catch (DataException refused)
        {
            Assert.StartsWith("data_", refused.Code, StringComparison.Ordinal);
        }

        return Task.CompletedTask;
    }
}
