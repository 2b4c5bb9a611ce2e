using FsCheck;
using FsCheck.Fluent;

namespace ClusterActors.Tests;

/// <summary>Properties over generated values, from a fixed seed so that a failure comes back.</summary>
internal static class Property
{
    public static void Holds<T>(Gen<T> gen, Action<T> property, int tests = 300) =>
        Prop.ForAll(gen.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithReplay(2020, 9).WithMaxTest(tests));

    /// <summary>The same values in every run.</summary>
    public static IReadOnlyList<T> Samples<T>(Gen<T> gen, int count)
    {
        var samples = new List<T>();
        Holds(gen, samples.Add, count);
        return samples;
    }

    public static Gen<byte[]> Seeds { get; } = Gen.ArrayOf(Gen.Choose(0, 255).Select(i => (byte)i), 32);

    public static Gen<string> Codes { get; } =
        from length in Gen.Choose(1, Code.MaxLength)
        from letters in Gen.ArrayOf(Gen.Elements("abcdefghijklmnopqrstuvwxyz0123456789-".ToCharArray()), length)
        select new string(letters);

    /// <summary>Points with at most two decimals.</summary>
    public static Gen<decimal> Points(int most) => Gen.Choose(0, most * 100).Select(cents => cents / 100m);
}
