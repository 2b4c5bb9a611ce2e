using ClusterActors.Play;
using ClusterActors.Play.Data;

namespace ClusterActors.Tests.Fuzz;

/// <summary>One file of the data that a year is played from: every step can be made of it, or it is refused with a code.</summary>
internal sealed class DataFileTarget(DataCopy data, string file, Api api) : IFuzzTarget
{
    public string Name { get; } = $"data/{file}";

    public Task RunAsync(byte[] input)
    {
        File.WriteAllBytes(data.At(file), input);
        try
        {
            var year = Dataset.Load(new DataFolder(data.Path), 2020, "8");
            Assert.NotEmpty(new NationalScript(year, api).Acts());
        }
        catch (DataException refused)
        {
            Assert.StartsWith("data_", refused.Code, StringComparison.Ordinal);
        }

        return Task.CompletedTask;
    }
}
