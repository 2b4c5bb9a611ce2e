using System.Text;

namespace ClusterActors.Storage;

/// <summary>
/// A text as it is searched: small letters without marks, đ as d. SQLite calls this as <c>search_text</c>; PostgreSQL has a
/// function of that name in its migrations.
/// </summary>
internal static class SearchText
{
    private const char FirstMark = '\u0300';
    private const char LastMark = '\u036F';

    public static string Of(string text)
    {
        var searched = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (c is < FirstMark or > LastMark)
                searched.Append(c is 'Đ' or 'đ' ? 'd' : char.ToLowerInvariant(c));
        }

        return searched.ToString();
    }
}
