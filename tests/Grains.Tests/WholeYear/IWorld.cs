namespace ClusterActors.Tests.WholeYear;

/// <summary>Where a year takes place: pure deciders and a mail loop, or grains on a runtime and a store.</summary>
internal interface IWorld
{
    DateTimeOffset Now { set; }

    /// <summary>A command of a person, and then all the post it gives rise to; everything must be accepted.</summary>
    Task TellAsync<TCommand>(IGrainKey key, Actor actor, TCommand command);

    Task<TState> StateAsync<TState>(IGrainKey key);
}
