using System.Text;

namespace ClusterActors;

/// <summary>Checks that several concepts share; each gives null where there is nothing to refuse.</summary>
internal static class Check
{
    /// <summary>One line or paragraph for people: not empty, at most <paramref name="most"/> UTF-16 units, NFC, no control characters or noncharacters.</summary>
    public static Refusal? Text(string? text, string what, int most = 1000)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new(RefusalCode.TextInvalid, $"The {what} is empty.");
        if (text.Length > most)
            return new(RefusalCode.TextInvalid, $"The {what} has {text.Length} characters; at most {most} are taken.");
        if (text.Any(c => (char.IsControl(c) && c is not '\n') || c >= '\uFFFE') || HasLoneSurrogate(text))
            return new(RefusalCode.TextInvalid, $"The {what} contains a control character, a noncharacter or half a character.");
        return text.IsNormalized(NormalizationForm.FormC)
            ? null
            : new(RefusalCode.TextNotNormalised, $"The {what} is not in Unicode normalisation form C.");
    }

    public static Refusal? CodeOf(string? code, string what) =>
        Code.IsValid(code) ? null : new(RefusalCode.CodeInvalid, $"The {what} code must be [a-z0-9-], 1 to {Code.MaxLength} characters.");

    /// <summary>A person's opaque id; <c>system</c> is nobody's.</summary>
    public static Refusal? Person(string? person) =>
        Code.IsValid(person) && person != "system" ? null : new(RefusalCode.CodeInvalid, $"A person's id is [a-z0-9-], 1 to {Code.MaxLength} characters, and not 'system'.");

    public static Refusal? Year(int year) =>
        Years.IsValid(year) ? null : new(RefusalCode.YearInvalid, $"{year} is no campaign year ({Years.First} to {Years.Last}).");

    /// <summary>A day of the world that somebody reports: not after the day on which it is recorded.</summary>
    public static Refusal? Past(DateOnly day, string what, Context context) =>
        day.Year >= 1945 && day <= VietnamTime.DayOf(context.RecordedAt)
            ? null
            : new(RefusalCode.DateInvalid, $"The {what} date {day:yyyy-MM-dd} lies in the future or before 1945.");

    public static Refusal? When(bool wrong, string code, string detail) => wrong ? new(code, detail) : null;

    public static Refusal? When(bool wrong, string code, InvariantText detail) => wrong ? new(code, detail) : null;

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])))
                return true;
            i++;
        }

        return false;
    }
}
