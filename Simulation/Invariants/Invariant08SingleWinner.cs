using ClusterActors.Journal;
using ClusterActors.Simulation.Silos;

namespace ClusterActors.Simulation.Invariants;

internal sealed class Invariant08SingleWinner() : Invariant(8, "versions have no gap and one winner each")
{
    private readonly Dictionary<string, (long Version, byte[] Hash)> heads = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Stream, long Version), string> winners = [];

    public override void Committed(World world, Commit commit)
    {
        var stream = commit.Append.Stream;
        var (version, hash) = heads.GetValueOrDefault(stream, (0, Chain.Start));
        foreach (var (e, _, _, _) in commit.Events)
        {
            Holds(Chain.Holds(e, version + 1, hash), $"{stream} version {e.Version} does not join on to version {version}");
            (version, hash) = (e.Version, e.Hash);
        }

        heads[stream] = (version, hash);
    }

    public override void Answered(World world, string stream, GrainRequest request, Answer answer)
    {
        // An accepted operation has written the version that it names.
        if (answer is Answer.Accepted)
            Holds(winners.TryAdd((stream, answer.Version), request.OperationId) || winners[(stream, answer.Version)] == request.OperationId,
                $"{stream} version {answer.Version} was given to '{winners.GetValueOrDefault((stream, answer.Version))}' and to '{request.OperationId}'");
    }
}
