using System.Numerics;
using ClusterActors.Academy;

namespace ClusterActors.Scoring;

/// <summary>
/// A quotient of whole numbers. Decimals are exact until something is divided: three thirds of a point would be less than one. Between the
/// numbers that are entered and the one rounding of a total everything is therefore a quotient, and the order of adding never matters.
/// </summary>
internal readonly record struct Exact
{
    private readonly BigInteger numerator;

    // So that the default value is 0/1.
    private readonly BigInteger denominatorLessOne;

    private Exact(BigInteger numerator, BigInteger denominator)
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        this.numerator = numerator / common;
        denominatorLessOne = (denominator / common) - 1;
    }

    public static Exact Zero => default;

    private BigInteger Denominator => denominatorLessOne + 1;

    public static implicit operator Exact(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return new(bits[3] < 0 ? -digits : digits, BigInteger.Pow(10, value.Scale));
    }

    public static Exact operator +(Exact one, Exact other) =>
        new((one.numerator * other.Denominator) + (other.numerator * one.Denominator), one.Denominator * other.Denominator);

    public static Exact operator -(Exact one, Exact other) => one + new Exact(-other.numerator, other.Denominator);

    public static Exact operator *(Exact one, Exact other) => new(one.numerator * other.numerator, one.Denominator * other.Denominator);

    /// <exception cref="DivideByZeroException">The other is zero.</exception>
    public static Exact operator /(Exact one, Exact other) => new(one.numerator * other.Denominator, one.Denominator * other.numerator);

    public static bool operator <(Exact one, Exact other) => (one - other).numerator.Sign < 0;

    public static bool operator >(Exact one, Exact other) => other < one;

    public static Exact Least(Exact one, Exact other) => one < other ? one : other;

    public static Exact Greatest(Exact one, Exact other) => one < other ? other : one;

    public static Exact Sum(IEnumerable<Exact> all) => all.Aggregate(Zero, (sum, next) => sum + next);

    /// <exception cref="OverflowException">A decimal cannot hold it.</exception>
    public decimal Rounded(int decimals, Rounding rounding)
    {
        var unit = BigInteger.Pow(10, decimals);
        var whole = BigInteger.DivRem(BigInteger.Abs(numerator) * unit, Denominator, out var rest);
        var up = rounding switch
        {
            Rounding.Down => false,
            Rounding.HalfToEven => rest * 2 > Denominator || (rest * 2 == Denominator && !whole.IsEven),
            _ => rest * 2 >= Denominator,
        };
        return (decimal)(numerator.Sign * (up ? whole + 1 : whole)) / (decimal)unit;
    }
}
