namespace ClusterActors.Journal;

/// <summary>
/// The name by which the journal knows an event type, unique within its union. Given once and never used again. Not Orleans'
/// alias: events never cross a grain call, and aliases are one namespace for the whole program.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventNameAttribute(string name) : Attribute
{
    public string Name => name;
}
