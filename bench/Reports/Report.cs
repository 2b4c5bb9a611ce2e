using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClusterActors.Bench.Reports;

/// <summary>All that one run of the bench has to tell.</summary>
internal sealed record Report(Machine Machine, IReadOnlyList<FigureReport> Figures)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The runtime of the bench's own grains. They are not hosted in an Orleans silo yet; what is not measured is said.</summary>
    [JsonPropertyOrder(-1)]
    public string Runtime => $"{Runtimes.Local}; on {Runtimes.Orleans} {(OnOrleans.Count == 0 ? "nothing" : $"only {string.Join(", ", OnOrleans)}")} is measured";

    private List<string> OnOrleans => [.. Figures.Where(figure => figure.Runtime == Runtimes.Orleans).Select(figure => figure.Name)];

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
