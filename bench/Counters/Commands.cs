namespace ClusterActors.Bench.Counters;

/// <summary>What the bench tells its counters.</summary>
internal static class Commands
{
    private static readonly Actor Caller = Actor.Authenticated("bench", "school:bench", []);

    /// <exception cref="InvalidOperationException">It was refused, so that there is nothing to time.</exception>
    public static async Task AcceptedAsync(Func<Envelope<CounterCommand>, Task<Answer>> tell, string operation)
    {
        var answer = await tell(new(operation, Caller, new CounterCommand.Add(1)));
        if (answer is not Answer.Accepted)
            throw new InvalidOperationException($"{operation} was not accepted: {answer}");
    }
}
