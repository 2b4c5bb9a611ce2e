using System.Collections.Frozen;

namespace ClusterActors.Gateway.Messages;

/// <summary>
/// The catalogue of what people read first of a refusal or fault: by its code, what is wrong and what to do, in both languages.
/// It is <c>titles.json</c> beside this file, so that whoever knows the language can correct it.
/// </summary>
internal static class Titles
{
    private static readonly Title OfNoCodeKnownHere = new(
        "This could not be done; the code and the detail say why.",
        "Không thể thực hiện yêu cầu; đề nghị xem mã và phần chi tiết.");

    public static FrozenDictionary<string, Title> All { get; } = Read();

    /// <summary>A silo of a later release may refuse with a code that this gateway does not know yet; then a general title is given.</summary>
    /// <param name="language">One of <see cref="Language"/>.</param>
    public static string Of(string code, string language) => All.GetValueOrDefault(code, OfNoCodeKnownHere).In(language);

    private static FrozenDictionary<string, Title> Read()
    {
        using var resource = typeof(Titles).Assembly.GetManifestResourceStream("titles")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return CanonicalJson.Read<Dictionary<string, Title>>(bytes.ToArray()).ToFrozenDictionary(StringComparer.Ordinal);
    }
}

/// <summary>One short sentence in English and in Vietnamese.</summary>
internal sealed record Title(string En, string Vi)
{
    /// <param name="language">One of <see cref="Language"/>.</param>
    public string In(string language) => language == Language.Vietnamese ? Vi : En;
}
