using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Schools;

namespace ClusterActors.Simulation.Invariants;

/// <summary>Told by the schools' journals, and once more by those of the years.</summary>
internal sealed class Invariant23OneAward() : Invariant(23, "no school holds two awards of one year")
{
    private readonly Dictionary<(string Stream, string School, int Year), Award> held = [];

    public override void Committed(World world, Commit commit)
    {
        foreach (var happened in commit.Events)
        {
            var stream = commit.Append.Stream;
            switch (happened)
            {
                case { Event: SchoolEvent.AwardGranted g }:
                    Grant((stream, stream, g.Year), g.Award);
                    break;
                case { Event: SchoolEvent.AwardRevoked r }:
                    held.Remove((stream, stream, r.Year));
                    break;
                case { Event: CampaignEvent.AwardGranted g, After: CampaignState.Opened c }:
                    Grant((stream, g.School, c.Key.Year), g.Award);
                    break;
                case { Event: CampaignEvent.AwardRevoked r, After: CampaignState.Opened c }:
                    held.Remove((stream, r.School, c.Key.Year));
                    break;
                default:
                    break;
            }
        }
    }

    private void Grant((string Stream, string School, int Year) holder, Award award) =>
        Holds(held.TryAdd(holder, award), $"{holder.School} is granted {award} of {holder.Year} by {holder.Stream} and holds {held.GetValueOrDefault(holder)}");
}
