namespace ClusterActors.LocalRuntime;

/// <summary>Identity of a grain: two contracts of one class with the same key mean the same grain.</summary>
internal readonly record struct GrainAddress(GrainClass Class, string Key)
{
    public override string ToString() => $"{Class}/{Key}";
}
