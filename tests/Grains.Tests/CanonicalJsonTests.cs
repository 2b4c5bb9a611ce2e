using System.Text;
using System.Text.Json;
using ClusterActors.Academy;
using ClusterActors.Campaigns;
using FsCheck.Fluent;

namespace ClusterActors.Tests;

public sealed class CanonicalJsonTests
{
    private static readonly FsCheck.Gen<decimal> Decimals =
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from middle in Gen.Elements(0, 1, -1, 123456789)
        from high in Gen.Elements(0, 0, 1, -1, 7654321)
        from negative in Gen.Elements(true, false)
        from scale in Gen.Choose(0, 28)
        select new decimal(low, middle, high, negative, (byte)scale);

    [Fact]
    public void a_decimal_is_read_back_as_it_was() =>
        Property.Holds(Decimals, value => Assert.Equal(value, CanonicalJson.Read<decimal>(CanonicalJson.Write(value))), 2000);

    [Fact]
    public void equal_decimals_give_equal_bytes_however_many_zeros_they_carry() => Property.Holds(Decimals, value =>
    {
        var text = Encoding.UTF8.GetString(CanonicalJson.Write(value));
        Assert.DoesNotContain('E', text);
        Assert.False(text.Contains('.', StringComparison.Ordinal) && text.EndsWith('0'), text);
        foreach (var same in WithOtherScales(value))
            Assert.Equal(text, Encoding.UTF8.GetString(CanonicalJson.Write(same)));
    }, 2000);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "0")]
    [InlineData(28, "0")]
    public void zero_has_no_sign_and_no_scale(byte scale, string expected)
    {
        Assert.Equal(expected, Encoding.UTF8.GetString(CanonicalJson.Write(new decimal(0, 0, 0, isNegative: false, scale))));
        Assert.Equal(expected, Encoding.UTF8.GetString(CanonicalJson.Write(new decimal(0, 0, 0, isNegative: true, scale))));
    }

    [Theory]
    [InlineData("""{"type":"sign-pact","school":"a","signedOn":"2020-02-24","more":1}""")]
    [InlineData("""{"type":"sign-pact","school":"a","school":"b","signedOn":"2020-02-24"}""")]
    [InlineData("""{"type":"sign-pact","school":null,"signedOn":"2020-02-24"}""")]
    [InlineData("""{"type":"sign-pact","school":"a"}""")]
    [InlineData("""{"type":"sign-pact","School":"a","signedOn":"2020-02-24"}""")]
    [InlineData("""{"type":"no-such-command","school":"a"}""")]
    [InlineData("""{"type":"propose-pact","targets":[null],"theme":null}""")]
    [InlineData("""{"type":"propose-pact","targets":[{"number":"1","text":"a"}],"theme":null}""")]
    [InlineData("""{"type":"open-vote","award":0,"committee":[]}""")]
    [InlineData("""{"type":"open-vote","award":"no-such-award","committee":[]}""")]
    [InlineData("null")]
    public void reading_is_strict(string json) => Assert.ThrowsAny<JsonException>(() => CanonicalJson.Read<CampaignCommand>(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("2/3", 2, 3)]
    [InlineData("0/1", 0, 1)]
    public void a_share_is_written_as_it_is_read(string text, int numerator, int denominator)
    {
        Assert.True(Fraction.TryParse(text, out var fraction));
        Assert.Equal(new(numerator, denominator), fraction);
        Assert.Equal($"\"{text}\"", Encoding.UTF8.GetString(CanonicalJson.Write(fraction)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("1/0")]
    [InlineData("-1/2")]
    [InlineData("1/2/3")]
    [InlineData("1 / 2")]
    [InlineData("9999999999/1")]
    public void what_is_no_share_is_not_read_as_one(string text)
    {
        Assert.False(Fraction.TryParse(text, out _));
        Assert.ThrowsAny<JsonException>(() => CanonicalJson.Read<Sourced<Fraction>>(Encoding.UTF8.GetBytes($$"""{"value":"{{text}}","source":"x"}""")));
    }

    private static IEnumerable<decimal> WithOtherScales(decimal value)
    {
        for (var one = 1.0m; ; one *= 1.0m)
        {
            var same = value * one;
            if (same != value || decimal.GetBits(same)[3] == decimal.GetBits(value)[3])
                yield break;
            yield return same;
            if ((decimal.GetBits(one)[3] >> 16 & 0xFF) >= 27)
                yield break;
        }
    }

    [Theory]
    [InlineData("\"flag, certificate\"")]
    [InlineData("\" flag\"")]
    [InlineData("\"Flag\"")]
    [InlineData("\"\"")]
    [InlineData("0")]
    [InlineData("null")]
    public void an_enumeration_value_is_one_of_its_names_and_nothing_like_it(string text) =>
        Assert.Throws<JsonException>(() => CanonicalJson.Read<Award>(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void a_number_that_is_no_enumeration_value_is_not_written() => Assert.Throws<JsonException>(() => CanonicalJson.Write((Award)3));
}
