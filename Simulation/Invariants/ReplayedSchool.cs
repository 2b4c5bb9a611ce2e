using ClusterActors.Academy;
using ClusterActors.Schools;
using ClusterActors.Simulation.Silos;

namespace ClusterActors.Simulation.Invariants;

/// <summary>A school as its acknowledged operations make it: its names, people, cluster, mergers and awards.</summary>
internal static class ReplayedSchool
{
    /// <summary>Where what is published differs from what was acknowledged.</summary>
    public static IEnumerable<string> Differences(SchoolView shown, IEnumerable<GrainRequest> operations)
    {
        var substitutes = new SortedDictionary<string, Substitution>(StringComparer.Ordinal);
        var (name, former, people, cluster, granted) = ("", new List<string>(), new List<Appointment>(), (string?)null, 0);
        var flags = new SortedDictionary<int, GovernmentFlagRecord>();
        var (mergers, ended, assessments) = (new List<Merger>(), (Merger?)null, new List<SchoolAssessment>());
        foreach (var operation in operations)
        {
            switch (operation.Command)
            {
                case SchoolCommand.Register x: name = x.Name; break;
                case SchoolCommand.Correct x: name = x.Name; break;
                case SchoolCommand.ApplyRenaming x:
                    former.Add(name);
                    name = x.Renaming.Name;
                    break;
                case SchoolCommand.Appoint x: people.Add(new(x.Person, x.Role)); break;
                case SchoolCommand.Dismiss x: people.Remove(new(x.Person, x.Role)); break;
                case SchoolCommand.AuthoriseSubstitute x: substitutes[x.Substitution.Person] = x.Substitution; break;
                case SchoolCommand.WithdrawSubstitute x: substitutes.Remove(x.Person); break;
                case SchoolCommand.JoinCluster x: cluster = ended is null ? x.Cluster : null; break;
                case SchoolCommand.LeaveCluster x: cluster = cluster == x.Cluster ? null : cluster; break;
                case SchoolCommand.ApplyMerger x when x.Merger.Schools.Contains(shown.School): (cluster, ended) = (null, x.Merger); break;
                case SchoolCommand.ApplyMerger x: mergers.Add(x.Merger); break;
                case SchoolCommand.NoteAssessment x: assessments.Add(new(x.Standard, x.FirstYear)); break;
                case SchoolCommand.ReceiveAward: granted++; break;
                case SchoolCommand.LoseAward: granted--; break;
                case SchoolCommand.NoteGovernmentFlag x: flags[x.Year] = new(x.Year, x.Outcome, x.Decision); break;
                default: break;
            }
        }

        return new (string What, bool Same)[]
        {
            ("names", shown.Name == name && shown.FormerNames!.Select(n => n.Name).SequenceEqual(former)),
            ("people", shown.People.SequenceEqual(people) && shown.Substitutes!.OrderBy(s => s.Person, StringComparer.Ordinal).SequenceEqual(substitutes.Values)),
            ("cluster", shown.Cluster == cluster),
            ("mergers", shown.Mergers!.SequenceEqual(mergers) && shown.MergedInto == ended),
            ("the Government's flags", shown.GovernmentFlags!.OrderBy(f => f.Year).SequenceEqual(flags.Values)),
            ("assessments", shown.Assessments!.SequenceEqual(assessments)),
            ("awards", shown.Awards.Count(a => a.State == AwardState.Granted) == granted),
        }.Where(part => !part.Same).Select(part => part.What);
    }
}
