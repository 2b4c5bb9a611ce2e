namespace ClusterActors.Play.Data;

/// <summary>How schools vote in years that no file tells of: for the best ranked candidate, and the best for the second.</summary>
internal static class SampleVoting
{
    /// <param name="best">The candidates, best ranked first.</param>
    /// <param name="voters">How many schools vote.</param>
    public static SampleCount Count(string[] best, int voters) => new(voters, voters, voters, 0, best is [var first, var second, ..]
        ? new() { [first] = voters - 1, [second] = 1 }
        : new() { [best[0]] = voters });

    public static string[] Choice(string[] best, string voter) => [best.First(candidate => candidate != voter)];
}
