using System.Numerics;
using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Tests.Campaigns;

/// <summary>Tries every plan of a few schools, as bit masks: what the draw must agree with.</summary>
internal sealed class InspectionOracle
{
    private readonly IReadOnlyList<Relaxation> relaxed;
    private readonly int inspectors;
    private readonly int[] free;
    private readonly int[] lastYear;
    private readonly int[] chosen;
    private int[]? fewest;

    private InspectionOracle(InspectionTerms terms, IReadOnlyList<Relaxation> relaxed)
    {
        (this.relaxed, inspectors) = (relaxed, terms.Inspectors);
        var roll = terms.Roll.ToList();
        lastYear = [.. roll.Select(a => MaskOf(roll, b => terms.LastYear.Contains(new(a, b))))];
        free =
        [
            .. roll.Select(a => MaskOf(roll, b => a != b
                && !terms.Conflicts.Contains(new(a, b)) && !terms.Conflicts.Contains(new(b, a))
                && (relaxed.Contains(Relaxation.Repeat) || !terms.LastYear.Contains(new(a, b))))),
        ];
        chosen = new int[roll.Count];
    }

    private int Spread => relaxed.Contains(Relaxation.Load) ? 1 : 0;

    /// <summary>How often the best plan breaks each relaxed rule, a later one counting more than any number of earlier ones; null when there is no plan.</summary>
    public static int[]? Fewest(InspectionTerms terms, IReadOnlyList<Relaxation> relaxed)
    {
        var oracle = new InspectionOracle(terms, relaxed);
        oracle.Choose(0);
        return oracle.fewest;
    }

    private static int MaskOf(List<string> roll, Func<string, bool> belongs) => roll.Index().Where(s => belongs(s.Item)).Aggregate(0, (mask, s) => mask | (1 << s.Index));

    private void Choose(int school)
    {
        if (school == chosen.Length)
        {
            Weigh();
            return;
        }

        for (var some = free[school]; ; some = (some - 1) & free[school])
        {
            if (Math.Abs(BitOperations.PopCount((uint)some) - inspectors) <= Spread && (relaxed.Contains(Relaxation.Reciprocal) || !InspectsBack(school, some)))
            {
                chosen[school] = some;
                Choose(school + 1);
            }

            if (some == 0)
                return;
        }
    }

    private bool InspectsBack(int school, int some)
    {
        for (var earlier = 0; earlier < school; earlier++)
        {
            if (((some >> earlier) & 1) == 1 && ((chosen[earlier] >> school) & 1) == 1)
                return true;
        }

        return false;
    }

    private void Weigh()
    {
        var (repeats, off, mutual) = (0, 0, 0);
        for (var school = 0; school < chosen.Length; school++)
        {
            var inspected = 0;
            for (var other = 0; other < chosen.Length; other++)
            {
                var by = (chosen[other] >> school) & 1;
                inspected += by;
                mutual += by & (chosen[school] >> other);
            }

            if (inspected < 1 || Math.Abs(inspected - inspectors) > Spread)
                return;
            repeats += BitOperations.PopCount((uint)(chosen[school] & lastYear[school]));
            off += Math.Abs(BitOperations.PopCount((uint)chosen[school]) - inspectors) + Math.Abs(inspected - inspectors);
        }

        int[] broken = [.. relaxed.Select(r => r switch { Relaxation.Repeat => repeats, Relaxation.Load => off, _ => mutual / 2 })];
        if (fewest is null || IsLess(broken, fewest))
            fewest = broken;
    }

    private static bool IsLess(int[] one, int[] other)
    {
        for (var i = one.Length - 1; i >= 0; i--)
        {
            if (one[i] != other[i])
                return one[i] < other[i];
        }

        return false;
    }
}
