namespace ClusterActors.Simulation;

/// <summary>
/// Makes a failing run smaller: fewer strikes, and at most twice the turns, as long as the same law is broken. First whole kinds of faults are left
/// out, then single strikes, more at once before fewer; at last the run is cut where it is already wrong.
/// </summary>
/// <param name="play">Plays an excerpt of the failing seed, with parts of its own each time.</param>
internal sealed class Shrinking(Func<Excerpt, Outcome> play)
{
    private const int MostRuns = 400;

    private Outcome best = null!;
    private long longest;
    private int runs;

    /// <returns>The smallest run that was found, played from its own excerpt.</returns>
    public Outcome From(Outcome failed)
    {
        best = failed;
        longest = 2 * failed.Steps;
        runs = 0;
        Try(failed.Struck, failed.Steps);
        LeaveOut(failed.Struck.Select(strike => strike[..strike.IndexOf('.', StringComparison.Ordinal)]).Distinct());
        // What could not be left out may be when others are gone.
        for (var before = int.MaxValue; best.Struck.Count < before;)
        {
            before = best.Struck.Count;
            LeaveOut(best.Struck);
        }

        Cut();
        return best;
    }

    private void LeaveOut(IEnumerable<string> names)
    {
        var left = names.ToList();
        for (var size = left.Count; size > 0; size /= 2)
        {
            for (var at = 0; at < left.Count;)
            {
                var fewer = left.Where((_, index) => index < at || index >= at + size).ToList();
                if (Try(fewer, longest))
                    left = [.. fewer.Where(name => best.Struck.Any(strike => Excerpt.Names(name, strike)))];
                else
                    at += size;
            }
        }
    }

    // Most violations are found in the turn that makes them, and then no shorter run has them; some only when the journal is verified.
    private void Cut()
    {
        var (right, wrong) = (0L, best.Steps);
        for (var middle = wrong - 1; right < middle; middle = (right + wrong) / 2)
        {
            if (!Try(best.Violation!.Excerpt.Only!, middle))
                right = middle;
            else
                wrong = middle;
        }
    }

    private bool Try(IEnumerable<string> only, long steps)
    {
        if (runs++ >= MostRuns)
            return false;
        var excerpt = new Excerpt { Only = only.ToEquatableList(), Steps = steps };
        var outcome = play(excerpt);
        if (outcome.Violation?.Law != best.Violation!.Law || outcome.Struck.Count > best.Struck.Count)
            return false;
        best = outcome with { Violation = outcome.Violation with { Excerpt = excerpt with { Steps = outcome.Steps } } };
        return true;
    }
}
