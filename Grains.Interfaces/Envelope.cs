namespace ClusterActors;

/// <summary>A command on its way: the caller's operation id makes a repetition harmless, the actor says who asks.</summary>
[GenerateSerializer, Alias("envelope")]
public sealed record Envelope<TCommand>(
    [property: Id(0)] string OperationId,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] TCommand Command) : IEnvelope
{
    object IEnvelope.Command => Command!;
}

/// <summary>An envelope of whatever command, for those who only look on.</summary>
public interface IEnvelope
{
    object Command { get; }
}

/// <summary>What came of a message that a grain's outbox sent; told to the sender when the receiver has answered.</summary>
[GenerateSerializer, Alias("step-outcome")]
public sealed record StepOutcome(
    [property: Id(0)] string MessageId,
    [property: Id(1)] string Target,
    [property: Id(2)] Answer Answer);

/// <summary>The fenced answer to a command. A refusal is a value with a stable code (see <see cref="RefusalCode"/>); nothing has changed.</summary>
[GenerateSerializer, Alias("answer")]
public abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>The version of the stream after the command.</summary>
    [Id(0)]
    public required long Version { get; init; }

    [GenerateSerializer, Alias("accepted")]
    public sealed record Accepted : Answer;

    [GenerateSerializer, Alias("refused")]
    public sealed record Refused : Answer
    {
        [Id(0)]
        public required string Code { get; init; }

        /// <summary>One sentence for a person, in English; clients decide by <see cref="Code"/>.</summary>
        [Id(1)]
        public required string Detail { get; init; }
    }
}
