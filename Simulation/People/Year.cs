using System.Globalization;
using ClusterActors.Campaigns;
using ClusterActors.Journal;
using ClusterActors.Simulation.Silos;

namespace ClusterActors.Simulation.People;

/// <summary>A year of people: several at once, each until there is an answer, in an order and with missteps that the seed decides.</summary>
internal sealed class Year
{
    public const int Of = 2020;

    private const int Patience = 300;

    // Many times what the busiest year takes.
    private const int MostRounds = 5_000;

    // One in so many rounds somebody does what the year does not need.
    private const int Besides = 5;

    private readonly World world;
    private readonly Chance chance;
    private readonly Cast cast;
    private readonly Script script;
    private readonly Asides asides;
    private readonly Missteps missteps;
    private readonly List<(Errand Errand, string Operation)> sent = [];

    public Year(World world, Chance chance)
    {
        (this.world, this.chance) = (world, chance);
        var changes = Chance.Of(world.Seed, nameof(Reorganisation));
        var reorganised = changes.OneIn(Reorganisation.Share) ? changes : null;
        var sittings = Chance.Of(world.Seed, nameof(CouncilSittings));
        cast = new(chance, reorganised);
        script = new(world.Ledger, cast, chance, reorganised, sittings.OneIn(CouncilSittings.Without) ? null : sittings);
        asides = new(world.Ledger, script, chance);
        missteps = new(world.Ledger, cast, script, chance);
    }

    public static DateTimeOffset Begin { get; } = new(2020, 1, 2, 2, 0, 0, TimeSpan.Zero);

    public bool Over { get; private set; }

    /// <summary>The campaign years that are played.</summary>
    public IEnumerable<CampaignKey> Campaigns => cast.Clusters.Select(c => c.Campaign);

    private DateTimeOffset Now => world.Time.GetUtcNow();

    /// <summary>Nine in the morning in Vietnam.</summary>
    public static DateTimeOffset Day(int month, int day, int year = Of) => new(year, month, day, 2, 0, 0, TimeSpan.Zero);

    public async Task RunAsync()
    {
        for (var rounds = 0; Open.Any(); rounds++)
        {
            if (rounds > MostRounds)
                throw new ViolationException($"invariant 22 (all work is done): the year stands still, {string.Join(", ", Open)}");
            var errands = script.Due(Vietnam.DayOf(Now));
            var due = errands.Where(e => e.NotBefore <= Now).ToList();
            if (due.Count > 0)
                await AllAsync(due);
            else if (errands.Count == 0 && chance.OneIn(Besides))
                await AsideAsync();
            else
                await PauseAsync(errands.Count == 0 ? Now.AddSeconds(1) : errands.Min(e => e.NotBefore));
            if (chance.OneIn(60))
                await world.HealAsync();
            await world.Time.Sleep(chance.UpTo(TimeSpan.FromSeconds(2)));
        }

        Over = true;
    }

    // Nobody goes away for longer than a day while work is left undone.
    private async Task PauseAsync(DateTimeOffset until)
    {
        if (until - Now > TimeSpan.FromDays(1))
            await world.HealAsync();
        await world.Time.SleepUntil(until);
    }

    private IEnumerable<string> Open => Campaigns
        .Select(key => (Key: key, world.Ledger.State<CampaignState.Opened>(key)?.Phase))
        .Where(year => year.Phase != Phase.Closed)
        .Select(year => $"{year.Key} {year.Phase}");

    private async Task AllAsync(List<Errand> due)
    {
        var under = new List<Task>();
        for (var people = chance.Between(1, 3); people > 0; people--)
        {
            var errand = chance.Of(due);
            under.Add(AttendAsync(errand, "op"));
            if (world.Strikes(f => f.SecondDevices, "second device"))
                under.Add(AttendAsync(errand, "device"));
        }

        var membership = chance.Of(cast.Clusters);
        if (chance.OneIn(Besides))
            under.Add(AsideAsync());
        if (world.Strikes(f => f.Hurries, "hurry"))
            under.Add(AttendAsync(chance.Of(missteps.Hurries(membership)), "hurry"));
        if (world.Strikes(f => f.Mistakes, "mistake"))
            under.Add(AttendAsync(chance.Of(missteps.Mistakes(membership)), "mistake"));
        if (world.Strikes(f => f.Cheats, "cheat"))
            under.Add(AttendAsync(chance.Of(due) with { Actor = cast.Anyone() }, "cheat"));
        if (sent.Count > 0 && world.Strikes(f => f.Cheats, "stolen operation id"))
            under.Add(SendAsync(chance.Of(sent).Errand with { Actor = cast.Anyone() }, chance.Of(sent).Operation));
        if (sent.Count > 0 && world.Strikes(f => f.Repetitions, "repetition"))
        {
            var (errand, operation) = chance.Of(sent);
            under.Add(SendAsync(errand, operation));
        }

        await Task.WhenAll(under);
    }

    private Task AsideAsync() => asides.Possible(chance.Of(cast.Clusters), Vietnam.DayOf(Now)) is [_, ..] possible
        ? AttendAsync(chance.Of(possible), "aside")
        : Task.CompletedTask;

    private Task AttendAsync(Errand errand, string kind)
    {
        world.Coverage.Reached(Coverage.Person, kind);
        var operation = string.Create(CultureInfo.InvariantCulture, $"{kind}-{sent.Count + 1}");
        sent.Add((errand, operation));
        return SendAsync(errand, operation);
    }

    // As a client does: an unknown outcome is met with the same operation again.
    private async Task SendAsync(Errand errand, string operation)
    {
        for (var tries = 0; tries < Patience; tries++)
        {
            try
            {
                await errand.SendAsync(world.Network.Grains, operation);
                return;
            }
            catch (Exception unknown) when (unknown is TimeoutException || (unknown is JournalException fault && Joint.IsMade(fault)))
            {
                await world.Time.Sleep(chance.UpTo(TimeSpan.FromSeconds(3)));
            }
        }

        throw new ViolationException($"invariant 22 (all work is done): '{operation}' on {errand.Key} has no answer after {Patience} tries");
    }
}
