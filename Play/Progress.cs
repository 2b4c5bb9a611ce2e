using System.Globalization;

namespace ClusterActors.Play;

/// <summary>Shows how far a play is: a bar on a terminal, a line for each step elsewhere. Lanes may tell it at the same time.</summary>
internal sealed class Progress(TextWriter error, bool terminal, int steps)
{
    private const int Width = 30;
    private readonly Lock turn = new();
    private int taken;

    /// <summary>Said before a step is taken.</summary>
    public void Begin(string step)
    {
        lock (turn)
        {
            taken++;
            if (!terminal)
            {
                error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{taken}/{steps}] {step}"));
                return;
            }

            var filled = taken * Width / steps;
            error.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{new string('#', filled)}{new string('.', Width - filled)}] {taken,4}/{steps} {step,-44}"));
        }
    }

    public void End()
    {
        if (terminal)
            error.WriteLine();
    }
}
