using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Inspections;
using ClusterActors.Journal;
using ClusterActors.Schools;
using ClusterActors.Storage;
using ClusterActors.Tests.EntityTests;
using ClusterActors.Tests.WholeYear;
using Orleans;

namespace ClusterActors.Tests.Hosted;

/// <summary>A world of grains on a runtime: commands are grain calls, states are what the journal says.</summary>
internal sealed class HostedWorld(IGrainHost host, IStore store, AppendBell bell, SettableTime time) : IWorld
{
    private int operations;

    public DateTimeOffset Now
    {
        set => time.Now = value;
    }

    public async Task TellAsync<TCommand>(IGrainKey key, Actor actor, TCommand command)
    {
        var envelope = new Envelope<TCommand>($"op-{++operations}", actor, command);
        var answer = await Repeated.UntilAnsweredAsync(() => Grain<TCommand>(key).Tell(envelope));
        Assert.True(answer is Answer.Accepted, $"{key} answered {command} of {actor} with {answer}.");
        await bell.AllCarriedAsync(store.Outbox);
    }

    public async Task<TState> StateAsync<TState>(IGrainKey key)
    {
        var history = await store.Journal.ReadAsync(key.ToString());
        return Assert.IsType<TState>(key switch
        {
            AcademyKey => Replay(AcademyDecider.Aggregate, history),
            SchoolKey => Replay(SchoolDecider.Aggregate, history),
            ClusterKey => Replay(ClusterDecider.Aggregate, history),
            CampaignKey => Replay(CampaignDecider.Aggregate, history),
            InspectionKey => Replay(InspectionDecider.Aggregate, history),
            _ => throw new ArgumentException($"No grain has keys like '{key}'.", nameof(key)),
        });
    }

    private IStreamGrain<TCommand> Grain<TCommand>(IGrainKey key)
    {
        var name = key.ToString();
        IGrainWithStringKey grain = key switch
        {
            AcademyKey => host.Grains.GetGrain<IAcademyGrain>(name),
            SchoolKey => host.Grains.GetGrain<ISchoolGrain>(name),
            ClusterKey => host.Grains.GetGrain<IClusterGrain>(name),
            CampaignKey => host.Grains.GetGrain<ICampaignGrain>(name),
            InspectionKey => host.Grains.GetGrain<IInspectionGrain>(name),
            _ => throw new ArgumentException($"No grain has keys like '{key}'.", nameof(key)),
        };
        return (IStreamGrain<TCommand>)grain;
    }

    private static object Replay<TState, TCommand, TEvent>(Aggregate<TState, TCommand, TEvent> concept, History history)
        where TEvent : class
    {
        var types = new EventTypes<TEvent>();
        return history.Events.Where(e => e.Type != StepAnswered.TypeName).Aggregate(concept.Initial, (state, e) => concept.Evolve(state, types.Read(e)))!;
    }
}
