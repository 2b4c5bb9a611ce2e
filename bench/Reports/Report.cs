using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClusterActors.Bench.Reports;

/// <summary>All that one run of the bench has to tell.</summary>
/// <param name="Runtime">What carried the bench's grains and the server that was started.</param>
internal sealed record Report(string Runtime, Machine Machine, StoreVersions Stores, IReadOnlyList<FigureReport> Figures)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
