namespace ClusterActors.Storage;

/// <summary>A played folder has a clock of its own that can be moved; it must never pass for the record of a real year.</summary>
public enum FolderKind
{
    Live,
    Play,
}
