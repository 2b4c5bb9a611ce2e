using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ClusterActors.Gateway.Messages;

/// <summary>The languages that titles are written in, by their tags.</summary>
internal static class Language
{
    public const string English = "en";
    public const string Vietnamese = "vi";

    private const string AnyOther = "*";
    private static readonly string[] All = [English, Vietnamese];

    /// <summary>
    /// The language of ours that <c>Accept-Language</c> puts first, by quality and then by order; <c>*</c> is whatever it does not
    /// name. English where it says nothing of ours or is malformed.
    /// </summary>
    public static string WantedBy(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseStrictList(request.Headers.AcceptLanguage, out var ranges))
            return English;
        var other = All.FirstOrDefault(language => !ranges.Any(range => Covers(range, language)));
        return ranges
            .Where(range => range.Quality is not 0)
            .OrderByDescending(range => range.Quality ?? 1)
            .Select(range => range.Value == AnyOther ? other : All.FirstOrDefault(language => Covers(range, language)))
            .FirstOrDefault(language => language is not null) ?? English;
    }

    // 'vi-VN' asks for Vietnamese; 'via' is another language.
    private static bool Covers(StringWithQualityHeaderValue range, string language) =>
        range.Value.ToString().Split('-')[0].Equals(language, StringComparison.OrdinalIgnoreCase);
}
