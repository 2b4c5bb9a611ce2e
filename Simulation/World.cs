using ClusterActors.Journal;
using ClusterActors.Simulation.Invariants;
using ClusterActors.Simulation.People;
using ClusterActors.Simulation.Silos;
using ClusterActors.Simulation.Store;

namespace ClusterActors.Simulation;

/// <summary>Everything that one simulation consists of. Whatever happens in it happens on one thread and by one seed.</summary>
internal sealed class World
{
    private const int SiloCount = 3;

    private readonly IReadOnlyList<Invariant> invariants = InvariantList.Fresh();
    private readonly Strikes strikes;

    public World(ulong seed, Faults faults, Parts parts, Excerpt? excerpt = null)
    {
        (Seed, Parts, Excerpt, Chance, Misfortune) = (seed, parts, excerpt ?? Excerpt.Whole, new(seed), Chance.Of(seed, nameof(Misfortune)));
        strikes = new(seed, faults, Excerpt);
        Scheduler = new(Chance.Fork());
        Time = new(Year.Begin);
        Store = new(new(), Time) { Committed = Follow };
        Mail = new(Store.Disk, Time);
        Snapshots = new SimulatedSnapshots(this);
        Network = new(this);
        Year = new(this, Chance.Fork());
        Silos = [.. Enumerable.Range(0, SiloCount).Select(number => new VirtualSilo(this, number))];
    }

    public ulong Seed { get; }

    public Parts Parts { get; }

    public Excerpt Excerpt { get; }

    public Chance Chance { get; }

    /// <summary>How bad a strike is. Apart from what is drawn in any case, so that a strike left out shifts as little as may be.</summary>
    public Chance Misfortune { get; }

    public SeededScheduler Scheduler { get; }

    public VirtualTime Time { get; }

    public SimulatedStore Store { get; }

    public Mail Mail { get; }

    public ISnapshots Snapshots { get; }

    public Network Network { get; }

    public Year Year { get; }

    public IReadOnlyList<VirtualSilo> Silos { get; }

    public Ledger Ledger { get; } = new();

    public Coverage Coverage { get; } = new();

    public bool Ended { get; private set; }

    /// <summary>The first thing that went wrong, wherever it was thrown.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>The stream of the write or the answer that it was found in.</summary>
    public string? Concerned { get; private set; }

    /// <summary>Names of the strikes that have happened, in order.</summary>
    public IReadOnlyList<string> Struck => strikes.Struck;

    private bool Healthy { get; set; }

    public async Task RunAsync()
    {
        foreach (var silo in Silos)
            Start(silo.DispatchAsync);
        await Year.RunAsync();
        await HealAsync();
        Ended = true;
    }

    /// <summary>Begins work that nobody waits for; what it throws ends the simulation.</summary>
    public void Start(Func<Task> work) => _ = GuardAsync(work);

    public bool Strikes(Func<Faults, int> rate, string fault)
    {
        if (Healthy || !strikes.Next(rate, fault))
            return false;
        Coverage.Reached(Coverage.Fault, fault);
        return true;
    }

    /// <summary>
    /// A minute without faults, in which parked messages are resumed and after which nothing may be left undone; then they come back.
    /// The last fault before may be the worst.
    /// </summary>
    public async Task HealAsync()
    {
        await Time.Sleep(Chance.UpTo(TimeSpan.FromSeconds(1)));
        if (Strikes(f => f.LastCrashes, "crash of all silos"))
        {
            foreach (var silo in Silos)
                silo.Crash();
        }

        Healthy = true;
        for (var end = Time.GetUtcNow().AddMinutes(1); Time.GetUtcNow() < end; await Time.Sleep(TimeSpan.FromSeconds(5)))
        {
            foreach (var parked in await Store.Outbox.ListParkedAsync())
                await Store.Outbox.ResumeAsync(parked.Id);
            Mail.Ring();
        }

        Check(null, invariant => invariant.Healed(this));
        Healthy = false;
    }

    public void Answered(string stream, GrainRequest request, Answer answer)
    {
        Coverage.Answered(request.Command, answer);
        Check(stream, invariant => invariant.Answered(this, stream, request, answer));
    }

    private void Follow(Append append)
    {
        var commit = Ledger.Follow(append);
        Coverage.Committed(commit);
        Check(append.Stream, invariant => invariant.Committed(this, commit));
        if (append.Messages.Count > 0)
            Mail.Ring();
    }

    // What an invariant throws may pass through code that catches everything, as a dispatcher must.
    private void Check(string? stream, Action<Invariant> check)
    {
        foreach (var invariant in invariants)
        {
            try
            {
                check(invariant);
            }
            catch (ViolationException violation)
            {
                if (Fault is null)
                    (Fault, Concerned) = (violation, stream);
            }
        }
    }

    private async Task GuardAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault)
        {
            Fault ??= fault;
        }
    }
}
