using ClusterActors.Simulation.Silos;

namespace ClusterActors.Simulation.Invariants;

internal sealed class Invariant09SameAnswer() : Invariant(9, "the same operation has the same answer for ever")
{
    private readonly Dictionary<(string Stream, string Operation, string Content), Answer> answers = [];

    public override void Answered(World world, string stream, GrainRequest request, Answer answer)
    {
        if (answer is Answer.Refused { Code: RefusalCode.OperationIdReused })
            return;
        var key = (stream, request.OperationId, request.Content);
        Holds(answers.TryAdd(key, answer) || answers[key] == answer, $"'{request.OperationId}' on {stream} was answered {answers[key]} and then {answer}");
    }
}
