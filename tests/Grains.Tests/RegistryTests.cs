using ClusterActors.Journal;

namespace ClusterActors.Tests;

public sealed class RegistryTests
{
    private static readonly Registry<string?> Three = Registry<string?>.Empty.Put("c", null).Put("a", "x").Put("b", null);

    [Fact]
    public void keys_stay_in_the_order_in_which_they_came()
    {
        Assert.Equal(["c", "a", "b"], Three.Keys);
        Assert.Equal(["c", "a", "b"], Three.Put("c", "y").Keys);
        Assert.Equal(("y", null), (Three.Put("c", "y").Find("c"), Three.Find("c")));
        Assert.Equal((3, true, false), (Three.Count, Three.Contains("b"), Three.Contains("B")));
    }

    [Fact]
    public void registries_are_equal_when_keys_values_and_order_are()
    {
        var same = Registry<string?>.Empty.Put("c", "old").Put("a", "x").Put("b", null).Put("c", null);

        Assert.Equal(Three, same);
        Assert.Equal(Three.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(Three, Three.Put("c", "y"));
        Assert.NotEqual(Three, Registry<string?>.Empty.Put("a", "x").Put("c", null).Put("b", null));
        Assert.NotEqual(Three, Three.Put("d", null));
    }

    [Fact]
    public void a_registry_reads_back_in_its_order()
    {
        var kept = StateForm<Registry<string?>>.Write(Three);

        Assert.Equal("""{"c":null,"a":"x","b":null}"""u8, kept);
        Assert.True(StateForm<Registry<string?>>.TryRead(kept, out var read));
        Assert.Equal(Three, read);
        Assert.False(StateForm<Registry<string?>>.TryRead("[]"u8.ToArray(), out _));
        Assert.False(StateForm<Registry<string?>>.TryRead("""{"a":1}"""u8.ToArray(), out _));
    }
}
