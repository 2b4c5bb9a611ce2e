using System.Text;
using System.Text.RegularExpressions;
using ClusterActors.Gateway;
using ClusterActors.Gateway.Messages;

namespace ClusterActors.Tests.Messages;

public sealed partial class TitleTests
{
    [GeneratedRegex(@"^\| `(?<code>\w+)` \| (?<status>\d{3})(, \d{3})? \| (?<en>.+) \| (?<vi>.+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row { get; }

    [Fact]
    public void every_code_has_a_title_and_every_title_a_code() =>
        Assert.Equal(Codes.All.Select(c => c.Code).Distinct().Order(StringComparer.Ordinal), Titles.All.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void no_two_titles_say_the_same()
    {
        var texts = Titles.All.Values.SelectMany(t => new[] { t.En, t.Vi }).ToList();
        Assert.Equal(texts.Count, texts.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void titles_are_one_sentence_each_in_their_own_letters()
    {
        foreach (var (code, title) in Titles.All)
        {
            Assert.True(title.En.All(char.IsAscii), $"{code}: {title.En}");
            Assert.True(title.Vi.IsNormalized(NormalizationForm.FormC) && IsVietnamese(title.Vi), $"{code}: {title.Vi}");
            Assert.All([title.En, title.Vi], text => Assert.Matches(@"^\p{Lu}[^.|]*\.$", text));
        }
    }

    [Theory]
    [InlineData("Đã quá thời hạn.", true)]
    [InlineData("The deadline has passed.", false)]
    [InlineData("Le délai est dépassé.", false)]
    public void Vietnamese_is_known_by_its_letters(string text, bool vietnamese) => Assert.Equal(vietnamese, IsVietnamese(text));

    [Fact]
    public void a_code_of_a_later_release_has_a_general_title_in_both_languages()
    {
        var titles = new[] { Language.English, Language.Vietnamese }.Select(language => Titles.Of("not_known_yet", language)).ToList();
        Assert.Equal([false, true], titles.Select(IsVietnamese));
    }

    [Fact]
    public void the_document_of_refusals_says_what_is_said()
    {
        var rows = Row.Matches(File.ReadAllText(Path.Combine(SiloProcess.Root, "docs", "refusals.md")))
            .ToDictionary(row => row.Groups["code"].Value, row => (Status: row.Groups["status"].Value, Title: new Title(row.Groups["en"].Value, row.Groups["vi"].Value)));
        Assert.Equal(Titles.All.Keys.Order(StringComparer.Ordinal), rows.Keys.Order(StringComparer.Ordinal));
        Assert.All(Titles.All, title => Assert.Equal(title.Value, rows[title.Key].Title));

        // The gateway alone refuses operation ids: they never come to a grain.
        var refusals = Codes.Of(typeof(RefusalCode)).Select(c => c.Code).Where(code => code != RefusalCode.OperationIdInvalid);
        Assert.All(refusals, code => Assert.Equal((code, $"{Problems.StatusOf(code)}"), (code, rows[code].Status)));
    }

    // Letters that no neighbour has: đ, ơ, ư, or a dot or hook at a vowel.
    private static bool IsVietnamese(string text) =>
        text.Normalize(NormalizationForm.FormD).Any(c => c is 'đ' or 'Đ' or '\u031B' or '\u0323' or '\u0309');
}
