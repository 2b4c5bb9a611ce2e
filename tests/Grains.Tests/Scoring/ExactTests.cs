using ClusterActors.Academy;
using ClusterActors.Scoring;
using FsCheck.Fluent;

namespace ClusterActors.Tests.Scoring;

public sealed class ExactTests
{
    private static readonly FsCheck.Gen<decimal> Numbers = Gen.Choose(-1_000_000, 1_000_000).SelectMany(n => Gen.Choose(0, 5), (n, scale) => n / (decimal)Math.Pow(10, scale));

    [Fact]
    public void three_thirds_are_one_and_the_default_is_zero()
    {
        Exact third = (Exact)1m / 3m;
        Assert.Equal((Exact)1m, third + third + third);
        Assert.NotEqual(1m, (1m / 3m) + (1m / 3m) + (1m / 3m));
        Assert.Equal(0m, default(Exact).Rounded(2, Rounding.HalfAwayFromZero));
        Assert.Throws<DivideByZeroException>(() => third / Exact.Zero);
    }

    [Fact]
    public void sums_products_and_quotients_of_numbers_are_what_they_are() => Property.Holds(Gen.ArrayOf(Numbers, 2), n =>
    {
        Exact one = n[0], other = n[1];
        Assert.Equal((Exact)(n[0] + n[1]), one + other);
        Assert.Equal((Exact)(n[0] - n[1]), one - other);
        Assert.Equal((Exact)(n[0] * n[1]), one * other);
        Assert.Equal(n[0] < n[1], one < other);
        Assert.Equal((Exact)Math.Min(n[0], n[1]), Exact.Least(one, other));
        Assert.Equal((Exact)Math.Max(n[0], n[1]), Exact.Greatest(one, other));
        if (n[1] != 0)
            Assert.Equal(one, one / other * other);
    });

    [Theory]
    [InlineData(Rounding.HalfAwayFromZero, MidpointRounding.AwayFromZero)]
    [InlineData(Rounding.HalfToEven, MidpointRounding.ToEven)]
    [InlineData(Rounding.Down, MidpointRounding.ToZero)]
    public void it_is_rounded_as_decimals_are(Rounding rounding, MidpointRounding expected) => Property.Holds(
        Numbers.SelectMany(_ => Gen.Choose(0, 4), (number, decimals) => (number, decimals)),
        c => Assert.Equal(decimal.Round(c.number, c.decimals, expected), ((Exact)c.number).Rounded(c.decimals, rounding)));

    [Theory]
    [InlineData("0.125", "0.13")]
    [InlineData("-0.125", "-0.13")]
    [InlineData("0.124999999999999999999999999", "0.12")]
    [InlineData("79228162514264337593543950", "79228162514264337593543950")]
    public void half_goes_away_from_zero(string number, string expected) => Assert.Equal(
        decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
        ((Exact)decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).Rounded(2, Rounding.HalfAwayFromZero));
}
