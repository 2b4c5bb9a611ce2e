namespace ClusterActors.Campaigns;

/// <summary>Teams in the making: who is dealt to which, and which teams are still open to whom.</summary>
internal sealed class TeamBoard
{
    private const int Nowhere = -1;

    private readonly TeamProblem problem;
    private readonly int[] order;
    private readonly int[] teamOf;
    private readonly int[] sizes;

    // Of each school and team: with how many it would be brought together that it is in conflict with.
    private readonly int[,] clashes;
    private int dealt;
    private int met;

    /// <param name="order">The place of each school among equals.</param>
    public TeamBoard(TeamProblem problem, int[] order)
    {
        (this.problem, this.order, teamOf, sizes) = (problem, order, new int[problem.Schools], new int[problem.Teams]);
        clashes = new int[problem.Schools, problem.Teams];
        Array.Fill(teamOf, Nowhere);
    }

    public bool IsDealt => dealt == teamOf.Length;

    public int[] TeamOf => [.. teamOf];

    /// <summary>What every plan that can still come of this costs at least.</summary>
    public long Bound => met * problem.AsideCost;

    /// <summary>What a dealt plan costs; null where it breaks a rule.</summary>
    public long? Cost()
    {
        var repeats = 0;
        for (var school = 0; school < teamOf.Length; school++)
        {
            var (anyInspects, anyIsNew) = Meets(school);
            if (!anyInspects || (!anyIsNew && !problem.MayRepeat))
                return null;
            repeats += anyIsNew ? 0 : 1;
        }

        return Bound + problem.CostOf(repeats, sizes);
    }

    /// <summary>The school with the fewest teams open to it, and these: first where it meets the fewest in conflict, then the smallest.</summary>
    public (int School, IReadOnlyList<int> Teams) Next()
    {
        var teams = Open();
        var (next, fewest) = (Nowhere, int.MaxValue);
        for (var school = 0; school < teamOf.Length; school++)
        {
            if (teamOf[school] != Nowhere || (CountOpen(teams, school) is var open && (open > fewest || (open == fewest && order[school] > order[next]))))
                continue;
            (next, fewest) = (school, open);
        }

        return (next, [.. teams.Where(team => IsOpen(team, next)).OrderBy(team => clashes[next, team]).ThenBy(team => sizes[team])]);
    }

    /// <returns>Whether a plan can still come of it, as far as full teams tell.</returns>
    public bool Deal(int school, int team)
    {
        Set(school, team, 1);
        return (sizes[team] < problem.Most || Members(problem.InspectedBy(team)).All(MayBe))
            && (sizes[problem.InspectingOf(team)] < problem.Most || MayBe(school));
    }

    public void Back(int school) => Set(school, teamOf[school], -1);

    // Teams that have room and leave enough for the others. Those without members are all the same, and in a ring so is every beginning.
    private List<int> Open()
    {
        var (open, wanting) = (new List<int>(), sizes.Sum(size => Math.Max(0, problem.Least - size)));
        for (var team = 0; team < sizes.Length; team++)
        {
            if (sizes[team] < problem.Most && (sizes[team] < problem.Least || wanting < teamOf.Length - dealt))
                open.Add(team);
            if (sizes[team] == 0 && (problem.AreOwn || dealt == 0))
                break;
        }

        return open;
    }

    private bool IsOpen(int team, int school) => problem.MayStandAside || clashes[school, team] == 0;

    private int CountOpen(List<int> teams, int school)
    {
        var count = 0;
        foreach (var team in teams)
            count += IsOpen(team, school) ? 1 : 0;
        return count;
    }

    private bool MayBe(int school) => Meets(school) is { AnyInspects: true } meets && (meets.AnyIsNew || problem.MayRepeat);

    private (bool AnyInspects, bool AnyIsNew) Meets(int school) => problem.Meets(school, Members(problem.InspectingOf(teamOf[school])));

    private IEnumerable<int> Members(int team)
    {
        for (var school = 0; school < teamOf.Length; school++)
        {
            if (teamOf[school] == team)
                yield return school;
        }
    }

    private void Set(int school, int team, int step)
    {
        teamOf[school] = step > 0 ? team : Nowhere;
        sizes[team] += step;
        dealt += step;
        met += step * clashes[school, team];
        var (inspecting, inspected) = (problem.InspectingOf(team), problem.InspectedBy(team));
        foreach (var other in problem.InConflict[school])
        {
            clashes[other, inspecting] += step;
            if (inspected != inspecting)
                clashes[other, inspected] += step;
        }
    }
}
