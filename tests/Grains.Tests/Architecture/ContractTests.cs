#pragma warning disable CA1812, CA1823, CA1852, CS0169, CA2227, CS0649, IDE0044 // the bad samples are bad on purpose and never made
using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Tests.Architecture;

public sealed class ContractTests
{
    private static IEnumerable<Type> GrainInterfaces =>
        typeof(IAcademyGrain).Assembly.GetTypes().Where(t => t.IsInterface && t.Namespace!.StartsWith("ClusterActors", StringComparison.Ordinal) && t.IsAssignableTo(typeof(IGrainWithStringKey)) && !t.IsGenericType);

    [Fact]
    public void everything_that_crosses_a_grain_call_is_a_sound_contract()
    {
        var (violations, seen) = ContractRules.Of(GrainInterfaces);
        Assert.True(GrainInterfaces.Count() >= 6);
        Assert.Superset(
            new HashSet<Type> { typeof(Actor), typeof(Answer.Refused), typeof(Regulation), typeof(Award), typeof(CampaignCommand.VoteOpenly), typeof(Sourced<EquatableList<TieBreak>>) },
            seen.ToHashSet());
        Assert.Empty(violations);
    }

    [Fact]
    public void keys_are_sound_contracts() =>
        Assert.Empty(ContractRules.Of(typeof(IGrainKey).Assembly.GetTypes().Where(t => t.IsValueType && t.IsAssignableTo(typeof(IGrainKey)))).Violations);

    [Fact]
    public void a_person_cannot_be_made_into_an_actor_from_outside() => Assert.Empty(typeof(Actor).GetConstructors());

#if !ORLEANS // the serialiser's own analyzers would not compile these
    private sealed class Settable
    {
        [Id(0)]
        public int Number { get; set; }

        [Id(0)]
        public int Same { get; init; }
    }

    [Alias("academy-command")]
    private record Open([property: Id(0)] List<string> Items, [property: Id(1)] DateTime Time, int[] Unnumbered);

    private abstract record Half
    {
        public sealed record Case : Half;
    }

    private struct Loose
    {
        private int number;
    }

    private interface INoGrain;

    private interface IBadGrain : IGrainWithStringKey
    {
        Task<Settable> Do(Open open, Half half, Loose loose, INoGrain none);
    }

    [Theory]
    [InlineData("IBadGrain has no [Alias]")]
    [InlineData("IBadGrain.Do has no [Alias]")]
    [InlineData("Settable has no [Alias]")]
    [InlineData("Settable has no [GenerateSerializer]")]
    [InlineData("Settable.Number can be set")]
    [InlineData("Settable has the id 0 twice")]
    [InlineData("Open is open")]
    [InlineData("have the alias 'academy-command'")]
    [InlineData("Open.Unnumbered has no [Id]")]
    [InlineData("System.Collections.Generic.List`1[System.String] is neither")]
    [InlineData("System.DateTime is neither")]
    [InlineData("System.Int32[] is neither")]
    [InlineData("Half is open")]
    [InlineData("Loose is open")]
    [InlineData("Loose.number can be changed")]
    [InlineData("INoGrain is an interface and no grain")]
    public void the_rules_see_what_is_bad(string expected) =>
        Assert.Contains(ContractRules.Of([.. GrainInterfaces, typeof(IBadGrain)]).Violations, v => v.Contains(expected, StringComparison.Ordinal));
#endif
}
