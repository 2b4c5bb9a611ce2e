namespace ClusterActors.Tests.Messages;

public sealed class TestedCodesTests
{
    [Fact]
    public void every_code_is_named_by_a_test()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(SiloProcess.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) != "Messages")
            .Select(File.ReadAllText).ToList();
        Assert.Empty(Unnamed(Codes.All, tests));
    }

    [Fact]
    public void the_scan_sees_a_code_that_no_test_names() =>
        Assert.Equal(["c"], Unnamed([("Code.A", "a"), ("Code.B", "b"), ("Code.C", "c")], ["Refused(Code.A)", "\"b\" + \"cc\" + Code.Cc"]));

    // Either by its constant or as it goes over the wire.
    private static IEnumerable<string> Unnamed(IEnumerable<(string Constant, string Code)> codes, IReadOnlyList<string> tests) =>
        codes.Where(c => !tests.Any(text => text.Contains($"\"{c.Code}\"", StringComparison.Ordinal) || Names(text, c.Constant))).Select(c => c.Code);

    private static bool Names(string text, string constant)
    {
        for (var at = text.IndexOf(constant, StringComparison.Ordinal); at >= 0; at = text.IndexOf(constant, at + 1, StringComparison.Ordinal))
        {
            if (at + constant.Length == text.Length || !char.IsLetterOrDigit(text[at + constant.Length]))
                return true;
        }

        return false;
    }
}
