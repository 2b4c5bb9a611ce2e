namespace ClusterActors.Tests;

/// <summary>
/// Texts that no field for people may take, with the code that each is refused by. Theories name them, because the test
/// runner's own transport cannot carry half a character.
/// </summary>
internal static class Texts
{
    public static readonly SortedDictionary<string, (string Text, string Code)> Bad = new(StringComparer.Ordinal)
    {
        ["empty"] = ("", RefusalCode.TextInvalid),
        ["blank"] = (" \t ", RefusalCode.TextInvalid),
        ["NUL"] = ("a\0b", RefusalCode.TextInvalid),
        ["bell"] = ("a\u0007b", RefusalCode.TextInvalid),
        ["C1 control"] = ("a\u0085b", RefusalCode.TextInvalid),
        ["high surrogate alone"] = ("ng\u01b0\u01a1i\ud83d", RefusalCode.TextInvalid),
        ["low surrogate alone"] = ("\udca9 n\u00e0y", RefusalCode.TextInvalid),
        ["noncharacter"] = ("a\ufffeb", RefusalCode.TextInvalid),
        ["NFD syllable"] = ("Tru\u031bo\u031b\u0300ng", RefusalCode.TextNotNormalised),
        ["NFD letter"] = ("e\u0301", RefusalCode.TextNotNormalised),
        ["too long"] = (new('x', 5000), RefusalCode.TextInvalid),
    };

    public static TheoryData<string> Flaws { get; } = new(Bad.Keys);
}
