using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;

namespace ClusterActors.Simulation.Invariants;

/// <summary>From what a stream has heard of bars until then.</summary>
internal sealed class Invariant24Barred() : Invariant(24, "no barred school is put to a vote, nominated, granted an award or proposed for a post")
{
    private readonly Dictionary<string, BarOracle> bars = new(StringComparer.Ordinal);

    public override void Committed(World world, Commit commit)
    {
        var stream = commit.Append.Stream;
        foreach (var happened in commit.Events)
        {
            switch (happened)
            {
                case { Event: CampaignEvent.Opened { Bars: { } known } }:
                    foreach (var bar in known)
                        Of(stream).Add(bar);
                    break;
                case { Event: CampaignEvent.BarNoted(var bar) }: Of(stream).Add(bar); break;
                case { Event: ClusterEvent.BarNoted(var bar) }: Of(stream).Add(bar); break;
                case { Event: CampaignEvent.LiftingNoted(var lifting) }: Of(stream).Remove(lifting); break;
                case { Event: ClusterEvent.LiftingNoted(var lifting) }: Of(stream).Remove(lifting); break;
                case { Event: CampaignEvent.VoteOpened opened, After: CampaignState.Opened c }: Review(stream, c, opened.Candidates); break;
                case { Event: CampaignEvent.ConferenceHeld held, After: CampaignState.Opened c }: Check(stream, c, held); break;
                case { Event: CampaignEvent.AwardProposed proposed, After: CampaignState.Opened c }: Review(stream, c, [proposed.School]); break;
                case { Event: CampaignEvent.OfficersRecognised recognised, After: CampaignState.Opened c }: Posts(stream, recognised.Officers, c.Regulation); break;
                case { Event: ClusterEvent.OfficersProposed { Officers.Acting: false } proposed, After: ClusterState.Formed cluster }:
                    Posts(stream, proposed.Officers, RegulationOf(cluster, proposed.Officers.Year - 1));
                    break;
                case { Event: ClusterEvent.ElectionCalled called, After: ClusterState.Formed cluster }:
                    Holds(!called.Terms.Candidates.Any(school => Of(stream).Keeps(school, called.Year - 1, RegulationOf(cluster, called.Year - 1), BarredFrom.Posts)),
                        $"{stream} has somebody elected who is barred: {called.Terms.Candidates}");
                    break;
                default: break;
            }
        }
    }

    // What is withheld was chosen, and is barred.
    private void Check(string stream, CampaignState.Opened c, CampaignEvent.ConferenceHeld held)
    {
        Review(stream, c, held.Nominations.Select(n => n.School));
        foreach (var n in held.Withheld ?? [])
            Holds(Of(stream).Keeps(n.School, c.Key.Year, c.Regulation, BarredFrom.Review), $"{stream} withholds {n}, and nothing bars the school");
        var chosen = c.Votes.Where(v => !v.Annulled).Sum(v => v.Outcome!.Chosen.Count);
        Holds(chosen == held.Nominations.Count + (held.Withheld?.Count ?? 0), $"{stream} has chosen {chosen}, and nominates {held.Nominations} without {held.Withheld}");
    }

    private void Review(string stream, CampaignState.Opened c, IEnumerable<string> schools)
    {
        foreach (var school in schools)
            Holds(!Of(stream).Keeps(school, c.Key.Year, c.Regulation, BarredFrom.Review), $"{school} is barred from the review of {stream}");
    }

    private void Posts(string stream, Officers officers, Regulation? regulation)
    {
        foreach (var school in officers.Deputies.Prepend(officers.Head))
            Holds(!Of(stream).Keeps(school, officers.Year - 1, regulation, BarredFrom.Posts), $"{school} is barred from the posts of {officers.Year} in {stream}");
    }

    private static Regulation? RegulationOf(ClusterState.Formed cluster, int year) => cluster.Guided.FirstOrDefault(g => g.Guidance.Year == year)?.Regulation;

    private BarOracle Of(string stream)
    {
        if (!bars.TryGetValue(stream, out var heard))
            bars.Add(stream, heard = new());
        return heard;
    }
}
