namespace ClusterActors.Tests.Fuzz;

/// <summary>Something that takes bytes from outside.</summary>
internal interface IFuzzTarget
{
    /// <summary>Also the folder of its inputs under <c>tests/Corpus</c>: those it begins from, and every one that has ever failed.</summary>
    string Name { get; }

    /// <summary>Throws when the input does something that no input may.</summary>
    Task RunAsync(byte[] input);
}
