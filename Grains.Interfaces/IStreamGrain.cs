namespace ClusterActors;

/// <summary>What every grain of this system can be told. Reading needs no grain: views are rows (<see cref="IViews"/>).</summary>
[Alias("stream-grain")]
public interface IStreamGrain<TCommand> : IGrainWithStringKey
{
    /// <summary>Decides a command and gives the fenced answer; the same operation id gives the same answer for ever.</summary>
    [Alias("tell")]
    Task<Answer> Tell(Envelope<TCommand> envelope);

    /// <summary>Records what came of a message this grain's outbox sent.</summary>
    [Alias("settle")]
    Task<Answer> Settle(StepOutcome outcome);
}
