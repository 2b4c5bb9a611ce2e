using ClusterActors.Academy;
using ClusterActors.Clusters;
using ClusterActors.Schools;

namespace ClusterActors.Simulation.People;

/// <summary>What comes before a cluster's year: registry, clusters, regulation, guidance, first officers.</summary>
internal sealed class Founding(Ledger ledger, Cast cast, Regulation regulation)
{
    public IEnumerable<Errand> Due()
    {
        var academy = ledger.State<AcademyState>(AcademyKey.National) ?? AcademyState.Initial;
        return academy.Officials.Count == 0
            ? [Errand.Of(Cast.Installer, new AcademyCommand.AppointOfficial("an"))]
            : [.. Registry(academy), .. Decisions(academy), .. cast.Clusters.SelectMany(FirstOfficers)];
    }

    private IEnumerable<Errand> Registry(AcademyState academy)
    {
        foreach (var school in cast.Schools.Where(s => !academy.Schools.Contains(s)))
            yield return Errand.Of(Cast.Official, new AcademyCommand.RegisterSchool(school, $"Trường {school}", school));
        foreach (var school in cast.Schools)
        {
            if (ledger.State<SchoolState.Registered>(new SchoolKey(school)) is { People.Count: 0 })
                yield return Errand.Of(new SchoolKey(school), Cast.Official, new SchoolCommand.Appoint($"p-{school}", Role.Principal));
        }
    }

    private IEnumerable<Errand> Decisions(AcademyState academy)
    {
        if (academy.Regulations.Count == 0)
            yield return Errand.Of(Cast.Official, new AcademyCommand.IssueRegulation(regulation));
        foreach (var (code, schools) in cast.Formed.Where(c => !academy.Clusters.Contains(c.Code) && c.Schools.All(academy.Schools.Contains)))
            yield return Errand.Of(Cast.Official, new AcademyCommand.FormCluster(code, $"Cụm {code}", schools, 8, Reason: "Cụm đã có từ trước"));
        if (academy is { Guidance.Count: 0, Regulations.Count: > 0 } && academy.Clusters.Count == cast.Formed.Count)
            yield return Errand.Of(Cast.Official, new AcademyCommand.IssueGuidance(new(Year.Of, "1595/HD", new(Year.Of, 2, 13))), Year.Day(2, 13));
    }

    private IEnumerable<Errand> FirstOfficers(Membership membership)
    {
        if (ledger.State<ClusterState.Formed>(membership.Cluster) is not { } cluster)
            yield break;
        if (cluster.InOffice is null)
            yield return Errand.Of(membership.Cluster, Cast.Official, new ClusterCommand.AppointOfficers(membership.First, membership.Queue, "Theo quyết định"));
        else if (cluster.Guided.Count > 0 && cluster.Opened.Count == 0)
            yield return Errand.Of(membership.Cluster, Cast.Principal(cluster.InOffice.Head), new ClusterCommand.OpenYear(Year.Of), Year.Day(2, 20));
    }
}
