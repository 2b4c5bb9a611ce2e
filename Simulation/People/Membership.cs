using ClusterActors.Clusters;

namespace ClusterActors.Simulation.People;

/// <summary>One cluster of the cast, and who leads it at first: with deputies or none, with a queue or none.</summary>
internal sealed class Membership(string code, EquatableList<string> schools, Chance chance)
{
    private readonly int deputies = chance.Below(3);
    private readonly bool queue = !chance.OneIn(3);

    public EquatableList<string> Schools => schools;

    public ClusterKey Cluster { get; } = new(code);

    public CampaignKey Campaign { get; } = new(code, Year.Of);

    public ElectionKey Election { get; } = new(code, Year.Of + 1);

    public Officers First => new(Year.Of, schools[0], schools.Skip(1).Take(deputies).ToEquatableList());

    public EquatableList<string> Queue => queue ? schools.Skip(1 + deputies).ToEquatableList() : [];
}
