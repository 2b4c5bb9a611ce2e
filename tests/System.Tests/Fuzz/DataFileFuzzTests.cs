namespace ClusterActors.Tests.Fuzz;

public sealed class DataFileFuzzTests : IDisposable
{
    private readonly TempFolder folder = new();

    public static TheoryData<string> Files { get; } =
        ["schools.json", "clusters/2015-2020.json", "officers.json", "years.json", "samples/2020.json", "samples/2020-8.json", "regulations/2020.json"];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public Task a_data_file_gives_a_year_or_a_code(string file) => HoldsAsync(file, 50);

    [CiTheory]
    [MemberData(nameof(Files))]
    public Task a_data_file_gives_a_year_or_a_code_many_times(string file) => HoldsAsync(file, 500);

    [ReleaseTheory]
    [MemberData(nameof(Files))]
    public Task a_data_file_gives_a_year_or_a_code_at_length(string file) => HoldsAsync(file, 30_000);

    private async Task HoldsAsync(string file, int mutants)
    {
        var data = new DataCopy(folder.Sub("data"));
        using var http = new HttpClient();
        await Fuzzing.HoldsAsync(new DataFileTarget(data, file, new(new(http, []), "")), mutants, File.ReadAllBytes(data.At(file)));
    }
}
