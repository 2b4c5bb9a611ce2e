namespace ClusterActors.Play;

/// <param name="Name">Also the operation id: the same step is the same operation in every run, so a play goes on where it was killed.</param>
internal sealed record Step(string Name, Func<Task> Run);

/// <summary>Part of a year: its lanes are played side by side, the steps of a lane one after the other.</summary>
internal sealed record Act(IReadOnlyList<IReadOnlyList<Step>> Lanes)
{
    public int Steps => Lanes.Sum(lane => lane.Count);

    public static Act Of(IEnumerable<Step> steps) => new([[.. steps]]);

    /// <exception cref="RefusedException">The server refused a step; the other lanes end where they are.</exception>
    public async Task PlayAsync(Progress progress)
    {
        var failed = false;
        await Task.WhenAll(Lanes.Select(async lane =>
        {
            foreach (var step in lane)
            {
                if (Volatile.Read(ref failed))
                    return;
                progress.Begin(step.Name);
                try
                {
                    await step.Run();
                }
                catch
                {
                    Volatile.Write(ref failed, true);
                    throw;
                }
            }
        }));
    }
}
