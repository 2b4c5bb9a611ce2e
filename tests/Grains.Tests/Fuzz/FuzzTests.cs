using ClusterActors.Journal;
using ClusterActors.Simulation;

namespace ClusterActors.Tests.Fuzz;

public sealed class FuzzTests
{
    [Fact]
    public Task a_text_is_a_key_or_is_refused() => Fuzzing.HoldsAsync(new KeysTarget(), 1_000);

    [CiTheory]
    [InlineData(50_000)]
    public Task a_text_is_a_key_or_is_refused_many_times(int mutants) => Fuzzing.HoldsAsync(new KeysTarget(), mutants);

    [ReleaseTheory]
    [InlineData(5_000_000)]
    public Task a_text_is_a_key_or_is_refused_at_length(int mutants) => Fuzzing.HoldsAsync(new KeysTarget(), mutants);

    [Fact]
    public Task an_event_gives_a_state_or_a_code() => EventsHoldAsync(5);

    [CiTheory]
    [InlineData(500)]
    public Task an_event_gives_a_state_or_a_code_many_times(int mutants) => EventsHoldAsync(mutants);

    [ReleaseTheory]
    [InlineData(20_000)]
    public Task an_event_gives_a_state_or_a_code_at_length(int mutants) => EventsHoldAsync(mutants);

    [Theory]
    [InlineData(50)]
    public Task a_flipped_bit_of_the_journal_is_found(int mutants) => FlippedBitsAreFoundAsync(mutants);

    [CiTheory]
    [InlineData(500)]
    public Task many_flipped_bits_of_the_journal_are_found(int mutants) => FlippedBitsAreFoundAsync(mutants);

    [ReleaseTheory]
    [InlineData(20_000)]
    public Task each_of_very_many_flipped_bits_of_the_journal_is_found(int mutants) => FlippedBitsAreFoundAsync(mutants);

    /// <summary>Of every type of event the first.</summary>
    private static async Task EventsHoldAsync(int mutants)
    {
        var events = (await JournalledYear.ReadAsync()).Events;
        foreach (var e in events.Where(e => e.Type != StepAnswered.TypeName).DistinctBy(e => (e.Stream[..e.Stream.IndexOf(':', StringComparison.Ordinal)], e.Type)))
            await Fuzzing.HoldsAsync(new EventsTarget(e, [.. events.Where(x => x.Stream == e.Stream && x.Version < e.Version)]), mutants, e.Payload);
    }

    private static async Task FlippedBitsAreFoundAsync(int mutants)
    {
        var journal = await JournalledYear.ReadAsync();
        Assert.Empty(await Verification.RunAsync(journal));
        var chance = new Chance(14);
        for (var mutant = 0; mutant < mutants; mutant++)
        {
            var (where, spoilt) = FlippedBit.In(journal, chance);
            Assert.True((await Verification.RunAsync(spoilt)).Count > 0, $"the verifier has not seen mutant {mutant}: {where}");
        }
    }
}
