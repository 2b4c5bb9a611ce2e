using ClusterActors.Academy;
using ClusterActors.Councils;
using ClusterActors.Simulation.Silos;

namespace ClusterActors.Simulation.Invariants;

/// <summary>A year of the council as its acknowledged operations make it.</summary>
internal static class ReplayedCouncil
{
    /// <summary>Where what is published differs from what was acknowledged.</summary>
    public static IEnumerable<string> Differences(CouncilView shown, IEnumerable<GrainRequest> operations)
    {
        var scores = new SortedDictionary<(string Cluster, Award Award, string School), decimal?>();
        var papers = new Dictionary<(string Cluster, Award Award, string School), EquatableList<DossierDocument>>();
        var opinions = new SortedDictionary<(string Cluster, Award Award, string School), (bool InFavour, string Finding)>();
        var counts = new SortedDictionary<(string Cluster, Award Award, string School), (int Session, CouncilCount Count)>();
        var decided = new Dictionary<(string Cluster, Award Award, string School), (CouncilStanding Standing, DecisionReference Decision)>();
        var (sessions, flags) = (new List<(DateOnly HeldOn, int TookPart, bool Written)>(), new Dictionary<string, (CouncilCount Count, DecisionReference? Letter, GovernmentOutcome? Outcome)>(StringComparer.Ordinal));
        foreach (var operation in operations)
        {
            switch (operation.Command)
            {
                case CouncilCommand.ReceiveNominations x:
                    foreach (var n in x.Nominations)
                        scores[(x.Cluster, n.Award, n.School)] = n.Score;
                    break;
                case CouncilCommand.NoteDecision x: decided[(x.Cluster, x.Award, x.School)] = (x.Standing, x.Decision); break;
                case CouncilCommand.RecordDossier x:
                    papers[(x.Cluster, x.Award, x.School)] = x.Documents;
                    // Nothing is in favour without all its papers.
                    if (opinions.TryGetValue((x.Cluster, x.Award, x.School), out var opinion) && opinion.InFavour && !shown.Rules.Dossier.All(rule => x.Documents.Any(d => d.Code == rule.Code)))
                        opinions.Remove((x.Cluster, x.Award, x.School));
                    break;
                case CouncilCommand.Appraise x: opinions[(x.Cluster, x.Award, x.School)] = (x.InFavour, x.Finding); break;
                case CouncilCommand.HoldSession x: sessions.Add((x.HeldOn, x.TookPart, x.Written)); break;
                case CouncilCommand.RecordVote x: counts[(x.Cluster, x.Award, x.School)] = (x.Session, x.Count); break;
                case CouncilCommand.RecordGovernmentVote x: flags[x.School] = (x.Count, null, null); break;
                case CouncilCommand.ProposeToGovernment x: flags[x.School] = flags[x.School] with { Letter = x.Letter }; break;
                case CouncilCommand.RecordGovernmentDecision x: flags[x.School] = flags[x.School] with { Outcome = x.Outcome }; break;
                default: break;
            }
        }

        var cases = shown.Cases.ToDictionary(x => (x.Cluster, x.Award, x.School));
        return new (string What, bool Same)[]
        {
            ("nominations", cases.OrderBy(x => x.Key).Select(x => (x.Key, x.Value.Score)).SequenceEqual(scores.Select(x => (x.Key, x.Value)))),
            ("dossiers", cases.All(x => x.Value.Dossier.Equals(papers.GetValueOrDefault(x.Key, [])))),
            ("appraisals", cases.Where(x => x.Value.Appraisal is not null).OrderBy(x => x.Key).Select(x => (x.Key, (x.Value.Appraisal!.InFavour, x.Value.Appraisal.Finding)))
                .SequenceEqual(opinions.Select(x => (x.Key, x.Value)))),
            ("votes", cases.Where(x => x.Value.Advice is not null).OrderBy(x => x.Key).Select(x => (x.Key, (x.Value.Advice!.Session, x.Value.Advice.Count)))
                .SequenceEqual(counts.Select(x => (x.Key, x.Value)))),
            ("decisions", cases.All(x => (x.Value.Standing, x.Value.Decision) == (decided.TryGetValue(x.Key, out var known) ? known : (CouncilStanding.Open, (DecisionReference?)null)))),
            ("sessions", shown.Sessions.Select(s => (s.HeldOn, s.TookPart, s.Written)).SequenceEqual(sessions)),
            ("the Government's flags", shown.GovernmentFlags.OrderBy(f => f.School, StringComparer.Ordinal).Select(f => (f.School, (f.Advice.Count, f.Letter, f.Outcome)))
                .SequenceEqual(flags.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, f.Value)))),
        }.Where(part => !part.Same).Select(part => part.What);
    }
}
