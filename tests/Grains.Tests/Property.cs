using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace ClusterActors.Tests;

/// <summary>
/// Properties over generated values. Their seed is fixed, so that a failure comes back, and can be set: <c>PROPERTY_SEED</c>, a whole number, and
/// <c>PROPERTY_CASES</c>, how many values each property is tried with.
/// </summary>
internal static class Property
{
    public const string SeedVariable = "PROPERTY_SEED";
    public const string CasesVariable = "PROPERTY_CASES";

    private const ulong UsualSeed = 2020;
    private const ulong Stream = 9;

    public static void Holds<T>(Gen<T> gen, Action<T> property, int tests = 300) => Holds(gen, property, tests, Environment.GetEnvironmentVariable);

    /// <summary>With the seed and the number of cases that an environment sets; by itself <paramref name="tests"/> of them.</summary>
    public static void Holds<T>(Gen<T> gen, Action<T> property, int tests, Func<string, string?> environment) =>
        Check(gen, property, Number(environment(SeedVariable)) ?? UsualSeed, (int?)Number(environment(CasesVariable)) ?? tests);

    /// <summary>The same values in every run with one seed.</summary>
    public static IReadOnlyList<T> Samples<T>(Gen<T> gen, int count)
    {
        var samples = new List<T>();
        Check(gen, samples.Add, Number(Environment.GetEnvironmentVariable(SeedVariable)) ?? UsualSeed, count);
        return samples;
    }

    public static Gen<byte[]> Seeds { get; } = Gen.ArrayOf(Gen.Choose(0, 255).Select(i => (byte)i), 32);

    public static Gen<string> Codes { get; } =
        from length in Gen.Choose(1, Code.MaxLength)
        from letters in Gen.ArrayOf(Gen.Elements("abcdefghijklmnopqrstuvwxyz0123456789-".ToCharArray()), length)
        select new string(letters);

    /// <summary>Points with at most two decimals.</summary>
    public static Gen<decimal> Points(int most) => Gen.Choose(0, most * 100).Select(cents => cents / 100m);

    private static void Check<T>(Gen<T> gen, Action<T> property, ulong seed, int cases)
    {
        try
        {
            Prop.ForAll(gen.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithReplay(seed, Stream).WithMaxTest(cases));
        }
        catch (Exception failure)
        {
            throw new PropertyFailedException(string.Create(CultureInfo.InvariantCulture, $"Again with {SeedVariable}={seed} {CasesVariable}={cases}: {failure.Message}"), failure);
        }
    }

    private static ulong? Number(string? set) => string.IsNullOrEmpty(set) ? null : ulong.Parse(set, NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <summary>A property does not hold; the message says how the same values are drawn again.</summary>
internal sealed class PropertyFailedException(string message, Exception failure) : Exception(message, failure);
