using ClusterActors.Academy;
using ClusterActors.Inspections;

namespace ClusterActors.Simulation.People;

/// <summary>In a share of the years teams inspect in the place of a ring. What is drawn for it comes from a source of its own, so that the other years stay as they are.</summary>
internal sealed class PooledTeams
{
    private const string Source = "simulated";

    /// <summary>One in so many years has teams.</summary>
    private const int Share = 5;

    private static readonly EquatableList<Relaxation>[] Relaxations =
        [[], [Relaxation.StandAside], [Relaxation.Repeat, Relaxation.Load, Relaxation.StandAside], [Relaxation.Load, Relaxation.StandAside]];

    private readonly Chance chance;
    private readonly bool inspect;

    public PooledTeams(ulong seed)
    {
        chance = Chance.Of(seed, nameof(PooledTeams));
        inspect = chance.OneIn(Share);
    }

    public Regulation Ruling(Regulation regulation) => !inspect ? regulation : regulation with
    {
        Inspection = regulation.Inspection with
        {
            Relaxations = new(chance.Of(Relaxations), Source),
            Mode = new(InspectionMode.PooledTeams, Source),
            Teams = new(new(chance.Between(2, 4), Source), new(chance.Of(Enum.GetValues<TeamDuty>()), Source), new(chance.OneIn(2), Source)),
        },
    };

    /// <summary>What the lead writes of the visit, which now and then it forgets; in a ring nobody writes anything.</summary>
    public Visit? Visited(InspectionState.Assigned inspection) => inspection.Lead is not { } lead ? null : chance.Below(8) switch
    {
        0 => null,
        1 => new("Trường Chính trị", [inspection.Key.School]),
        _ => new("Trường Chính trị", inspection.Inspectors.Where(school => school == lead || chance.OneIn(2)).Append(inspection.Key.School).ToEquatableList()),
    };
}
