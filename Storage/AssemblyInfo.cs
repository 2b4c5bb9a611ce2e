using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Grains.Tests")]
[assembly: InternalsVisibleTo("Simulation")]
