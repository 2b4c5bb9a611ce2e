namespace ClusterActors.Play.Data;

/// <summary>A data file that cannot be played. <see cref="Code"/> is stable; nothing has been started or changed.</summary>
public sealed class DataException(string code, string file, string detail) : Exception($"{file}: {detail}")
{
    public string Code { get; } = code;
}

/// <summary>What can be wrong with data files.</summary>
public static class DataCode
{
    public const string Missing = "data_missing";
    public const string ByteOrderMark = "data_byte_order_mark";
    public const string Malformed = "data_malformed";
    public const string Truncated = "data_truncated";
    public const string DuplicateKey = "data_duplicate_key";
    public const string NotNormalised = "data_not_normalised";
    public const string DuplicateCode = "data_duplicate_code";
    public const string UnknownSchool = "data_unknown_school";
    public const string SchoolInTwoClusters = "data_school_in_two_clusters";
    public const string UnknownCluster = "data_unknown_cluster";
    public const string NoOfficers = "data_no_officers";
    public const string OfficerNotAMember = "data_officer_not_a_member";
    public const string SampleIncomplete = "data_sample_incomplete";
}
