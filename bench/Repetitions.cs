namespace ClusterActors.Bench;

/// <summary>
/// Figure, floors, figure, floors: what else the machine does meanwhile falls on all. The first round is thrown away; it pays for
/// compiling and for cold caches.
/// </summary>
internal static class Repetitions
{
    /// <returns>The measurements of each line of the figure; none of one that cannot be measured here.</returns>
    public static async Task<IReadOnlyList<IReadOnlyList<Measurement>>> RunAsync(
        IFigure figure, int count, Workplace place, CancellationToken cancel)
    {
        var rounds = new List<IReadOnlyList<Measurement>>(count);
        for (var n = 0; n <= count && figure.NotRun is null; n++)
        {
            cancel.ThrowIfCancellationRequested();
            if (!Console.IsErrorRedirected)
                Console.Error.WriteLine(n == 0 ? $"{figure.Name}: warming up" : $"{figure.Name}: {n} of {count}");
            var round = await figure.MeasureAsync(place, cancel);
            if (n > 0)
                rounds.Add(round);
        }

        return [.. figure.Lines.Select((_, line) => rounds.Select(round => round[line]).ToList())];
    }
}
