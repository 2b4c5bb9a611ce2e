using ClusterActors.Journal;

namespace ClusterActors.Tests;

public sealed class RegistryTests
{
    private static readonly Registry<string?> Three = new Registry<string?>().Put("c", null).Put("a", "x").Put("b", null);

    [Fact]
    public void keys_are_in_their_ordinal_order_and_have_one_value_each()
    {
        Assert.Equal(["a", "b", "c"], Three.Keys);
        Assert.Equal(["B", "a", "a-", "a0", "b", "c"], Three.Put("a0", null).Put("B", null).Put("a-", null).Keys);
        Assert.Equal(("y", null), (Three.Put("c", "y").Find("c"), Three.Find("c")));
        Assert.Equal((3, true, false, null), (Three.Count, Three.Contains("b"), Three.Contains("B"), Three.Find("B")));
    }

    [Fact]
    public void registries_are_equal_when_their_entries_are()
    {
        var same = new Registry<string?>().Put("b", null).Put("a", "old").Put("c", null).Put("a", "x");

        Assert.Equal(Three, same);
        Assert.Equal(Three.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(Three, Three.Put("c", "y"));
        Assert.NotEqual(Three, Three.Put("d", null));
    }

    [Fact]
    public void a_registry_reads_back()
    {
        var kept = StateForm<Registry<string?>>.Write(Three);

        Assert.Equal("""{"a":"x","b":null,"c":null}"""u8, kept);
        Assert.True(StateForm<Registry<string?>>.TryRead(kept, out var read));
        Assert.Equal(Three, read);
        Assert.False(StateForm<Registry<string?>>.TryRead("[]"u8.ToArray(), out _));
        Assert.False(StateForm<Registry<string?>>.TryRead("""{"a":1}"""u8.ToArray(), out _));
    }
}
