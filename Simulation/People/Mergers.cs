using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Simulation.People;

/// <summary>Which schools become one: of a cluster or of several, as a school that was founded for it or as one that there is.</summary>
internal sealed class Mergers(Ledger ledger, Cast cast, Chance chance)
{
    private AcademyState Academy => ledger.State<AcademyState>(AcademyKey.National) ?? AcademyState.Initial;

    /// <returns>Null where these cannot, or as things stand should not; others are chosen the next time.</returns>
    public Errand? Decided(Membership where, CampaignState.Opened c, DateOnly today)
    {
        var academy = Academy;
        var there = academy.Schools.Keys.Where(s => !academy.Absorbed.Contains(s)).ToList();
        var (members, others) = (there.Where(c.Roll.Contains).ToList(), there.Where(s => !c.Roll.Contains(s) && academy.Schools.Find(s) is not null).ToList());
        var first = chance.Below(members.Count);
        var ending = Enumerable.Range(first, Math.Min(members.Count, chance.Between(1, 3))).Select(n => members[n % members.Count]).ToList();
        if (others.Count > 0 && chance.OneIn(4))
            ending.Add(chance.Of(others));
        var candidates = Candidates(there, members, others).Except(ending).ToList();
        if (candidates.Count == 0)
            return null;
        var successor = chance.Of(candidates);
        var before = academy.Schools.Find(successor);
        var joins = !academy.Dissolved.Contains(where.Cluster.Code) && !chance.OneIn(before is null ? 8 : 3) ? where.Cluster.Code : null;
        return IsWise(ending, successor, before, joins ?? before)
            ? Errand.Of(Cast.Official, new AcademyCommand.MergeSchools(ending.ToEquatableList(), successor, today, ClusterYear.Decision, "Sáp nhập tỉnh", joins))
            : null;
    }

    public bool IsEmptied(string? cluster, IEnumerable<string> leaving) => cluster is not null && !(Academy.Clusters.Find(cluster) ?? []).Except(leaving).Any();

    // Mostly a school that was founded for it.
    private List<string> Candidates(List<string> there, List<string> members, List<string> others) => chance.Below(6) switch
    {
        0 => members,
        1 => others,
        _ => [.. cast.Founded.Where(s => there.Contains(s) && Academy.Schools.Find(s) is null)],
    };

    // Two schools at least stay on every roll; where it is but two, the year has to be ended.
    private bool IsWise(List<string> ending, string successor, string? before, string? after)
    {
        var least = chance.OneIn(4) ? 2 : 3;
        List<string> leaving = before == after ? ending : [.. ending, successor];
        return Academy.Clusters.Keys.All(cluster => cluster == after || Academy.Dissolved.Contains(cluster) || !IsEmptied(cluster, leaving))
            && cast.Clusters.All(m => ledger.State<CampaignState.Opened>(m.Campaign) is not { Phase: < Phase.Closed } c
                || c.Roll.Count(s => !Academy.Absorbed.Contains(s) && !ending.Contains(s)) >= least);
    }
}
