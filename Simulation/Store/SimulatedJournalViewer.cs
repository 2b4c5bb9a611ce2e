using System.Text.Json;
using ClusterActors.Academy;
using ClusterActors.Journal;
using ClusterActors.Storage;

namespace ClusterActors.Simulation.Store;

internal sealed class SimulatedJournalViewer(SimulatedStore store) : IJournalViewer
{
    public Task<AcademyRegistry> RegistryAsync(long version, CancellationToken cancel = default) => SimulatedStore.Done(() =>
    {
        var decided = store.Disk.Streams.GetValueOrDefault(AcademyKey.National.ToString(), []).Where(e => e.Version <= version).ToLookup(e => e.Type, e => CanonicalJson.Read<JsonElement>(e.Payload));
        return new AcademyRegistry(
            [.. decided["school-registered"].Select(payload => payload.GetProperty("school").GetString()!)],
            [.. decided["cluster-formed"].Select(payload => payload.GetProperty("cluster").GetString()!)]);
    });

    public Task<Regulation?> RegulationAsync(string stream, int year, CancellationToken cancel = default) => SimulatedStore.Done(() =>
        store.Disk.Streams.GetValueOrDefault(stream, [])
            .Where(e => e.Type is "regulation-issued" or "opened")
            .Select(e => CanonicalJson.Read<JsonElement>(e.Payload).GetProperty("regulation").Deserialize<Regulation>(CanonicalJson.Options)!)
            .LastOrDefault(regulation => regulation.Year == year));

    public Task<JournalPage> OfSchoolAsync(string school, long? before, int limit, CancellationToken cancel = default) => SimulatedStore.Done(() =>
    {
        var itself = new SchoolKey(school).ToString();
        var (clusters, views) = (store.ClustersOf(school), store.Disk.Views.Values);
        var own = views.Where(v => v.Kind is InspectionKey.Kind or StatisticsKey.Kind or AssessmentKey.Kind && v.School == school).Select(v => v.Stream).Append(itself).ToHashSet(StringComparer.Ordinal);
        var others = views
            .Where(v => v.Kind == AcademyKey.Kind || (v.Kind != SchoolKey.Kind && v.School != school && v.Cluster is { } cluster && clusters.Contains(cluster)))
            .Select(v => v.Stream).ToHashSet(StringComparer.Ordinal);
        return JournalEntries.Page(
            [.. store.Disk.Events.AsEnumerable().Reverse()
                .Where(e => e.Position < (before ?? long.MaxValue) && (own.Contains(e.Stream) || (others.Contains(e.Stream) && Names(CanonicalJson.Read<JsonElement>(e.Payload), school))))
                .Take(limit + 1)],
            limit);
    });

    private static bool Names(JsonElement value, string school) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() == school,
        JsonValueKind.Array => value.EnumerateArray().Any(item => Names(item, school)),
        JsonValueKind.Object => value.EnumerateObject().Any(member => Names(member.Value, school)),
        _ => false,
    };
}
