namespace ClusterActors.Bench;

/// <summary>
/// Figure, floor, figure, floor: what else the machine does meanwhile falls on both. The first pair is thrown away; it pays for
/// compiling and for cold caches.
/// </summary>
internal static class Repetitions
{
    public static async Task<IReadOnlyList<Pair>> RunAsync(IFigure figure, int count, WorkFolder work, CancellationToken cancel)
    {
        var pairs = new List<Pair>(count);
        for (var n = 0; n <= count; n++)
        {
            cancel.ThrowIfCancellationRequested();
            if (!Console.IsErrorRedirected)
                Console.Error.WriteLine(n == 0 ? $"{figure.Name}: warming up" : $"{figure.Name}: {n} of {count}");
            var pair = await figure.MeasureAsync(work, cancel);
            if (n > 0)
                pairs.Add(pair);
        }

        return pairs;
    }
}
