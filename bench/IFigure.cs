namespace ClusterActors.Bench;

/// <summary>Something that is measured, and the least that the same machine needs for the same result.</summary>
internal interface IFigure
{
    string Name { get; }

    Unit Unit { get; }

    /// <summary>What is timed, in one sentence.</summary>
    string Measures { get; }

    /// <summary>What the floor does, in one sentence.</summary>
    string Floor { get; }

    /// <summary>What carries the grains.</summary>
    string Runtime { get; }

    /// <summary>Once the figure, then at once its floor.</summary>
    Task<Pair> MeasureAsync(WorkFolder work, CancellationToken cancel);
}

/// <summary>A figure and its floor, measured one right after the other.</summary>
/// <param name="Commits">How many commits the store made of the timed appends; null where nothing is stored.</param>
internal sealed record Pair(TimeSpan Measured, TimeSpan Floor, int? Commits = null)
{
    /// <summary>How many times as long as the floor; 1 is as fast as the machine allows.</summary>
    public double Ratio => Measured / Floor;
}
