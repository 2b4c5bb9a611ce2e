using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Simulation.People;

/// <summary>Whom the Academy bars, out of turn, and what it lifts, so that no year stands still over a bar.</summary>
internal sealed class Barring(Ledger ledger, Chance chance)
{
    public IEnumerable<Errand> Possible(Membership membership, DateOnly today)
    {
        var c = ledger.State<CampaignState.Opened>(membership.Campaign);
        string[] chosen = [.. c?.Nominations.Select(n => n.School) ?? [], .. c?.Votes.SelectMany(v => v.Outcome?.Chosen ?? []) ?? []];
        IReadOnlyList<string> some = chosen.Length > 0 && !chance.OneIn(3) ? chosen : membership.Schools;
        var school = chance.Of(some);
        yield return Errand.Of(Cast.Official, new AcademyCommand.BarSchool(school, Year.Of, Kind(), today, ClusterYear.Decision, "Đang xem xét kỷ luật"));
        yield return Lift(school, Kind(), today);
        foreach (var bar in InForce(c))
            yield return Lift(bar.School, bar.Kind, today);
    }

    /// <summary>Who is proposed and barred cannot be recognised.</summary>
    public static IEnumerable<Errand> Due(CampaignState.Opened c, DateOnly today) => c.Phase != Phase.OfficersProposed ? [] : InForce(c)
        .Where(bar => bar.School == c.Proposed!.Head || c.Proposed.Deputies.Contains(bar.School))
        .Select(bar => Lift(bar.School, bar.Kind, today));

    private BarKind Kind() => chance.Of(Enum.GetValues<BarKind>());

    private static IEnumerable<Bar> InForce(CampaignState.Opened? c) => c?.Bars.Where(x => x.Lifted is null).Select(x => x.Bar) ?? [];

    private static Errand Lift(string school, BarKind kind, DateOnly today) =>
        Errand.Of(Cast.Official, new AcademyCommand.LiftBar(school, Year.Of, kind, today, ClusterYear.Decision, "Đã có kết luận"));
}
