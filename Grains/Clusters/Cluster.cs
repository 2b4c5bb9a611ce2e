using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Clusters;

/// <summary>A regional emulation cluster (cụm thi đua).</summary>
public abstract record ClusterState
{
    private ClusterState()
    {
    }

    public sealed record Unformed : ClusterState;

    /// <param name="InOffice">The officers of the current year; null while the Academy has put none into office.</param>
    /// <param name="Queue">Who enters as deputy next, in order; holds no officer.</param>
    /// <param name="Handover">Who has signed the handover to <paramref name="Recognised"/> so far.</param>
    public sealed record Formed(
        string Code,
        int? Number,
        string Name,
        EquatableList<string> Members,
        Officers? InOffice,
        EquatableList<string> Queue,
        Officers? Proposed,
        Officers? Recognised,
        EquatableList<string> Handover,
        EquatableList<YearGuidance> Guided,
        EquatableList<int> Opened) : ClusterState
    {
        /// <summary>Who inspected whom in the latest year that has drawn; null before the first.</summary>
        public YearInspections? Inspected { get; init; }

        /// <summary>The year whose officers are being elected; null when no election is under way.</summary>
        public int? Election { get; init; }

        /// <summary>The latest vacancy, until a head is put into office.</summary>
        public Vacancy? Vacancy { get; init; }

        /// <summary>What is handed over, as last listed; without entries when the head who listed it was replaced before the handover.</summary>
        public Inventory? Inventory { get; init; }

        /// <summary>The inventory of the handover that is due; null where none is listed.</summary>
        public Inventory? DueInventory => Inventory is { Items.Count: > 0 } listed && listed.Year == Recognised?.Year ? listed : null;

        /// <summary>What it was called before, oldest first.</summary>
        public EquatableList<FormerClusterName> FormerNames { get; init; } = [];

        /// <summary>By which it opens no further year; null while it stands.</summary>
        public Dissolution? Dissolution { get; init; }

        /// <summary>Whether the dissolution is in force.</summary>
        public bool IsDissolved { get; init; }

        /// <summary>Years that are known to be closed; a closed year is asked for only when the cluster is dissolved.</summary>
        public EquatableList<int> Closed { get; init; } = [];

        /// <summary>Of each year that was opened, every school that has ever been on its roll, as far as the cluster knows.</summary>
        public EquatableList<YearRoll> Rolls { get; init; } = [];

        /// <summary>By which <see cref="Recognised"/> are recognised; null where there are none.</summary>
        public DecisionReference? Recognition { get; init; }

        /// <summary>Of members that were merged, the member that each was merged into.</summary>
        public Registry<string> Successors { get; init; } = new();

        /// <summary>Of its members, and of schools that were; oldest first.</summary>
        public EquatableList<SchoolBar> Bars { get; init; } = [];

        /// <summary>Who would have been proposed in the latest proposal and was barred.</summary>
        public EquatableList<string> Skipped { get; init; } = [];

        /// <summary>Years that are open as far as the cluster knows.</summary>
        public IEnumerable<int> OpenYears => Opened.Where(year => !Closed.Contains(year));

        /// <summary>The regulation of the year in office; null where that has none.</summary>
        internal Regulation? Ruling => Guided.LastOrDefault(g => g.Guidance.Year == InOffice?.Year)?.Regulation;

        /// <summary>Whether who was merged leaves its posts to its successor, by the year in office.</summary>
        internal bool SuccessorsServe => MembershipPolicies.Of(Ruling).Posts == PostPolicy.SuccessorServes;

        /// <summary>The heads whose signatures a handover needs: the one who leaves and the one who comes.</summary>
        public IEnumerable<string> HandoverSigners => new[] { InOffice?.Head, Recognised?.Head }.OfType<string>().Distinct();

        /// <summary>The member that the posts of a school that has left pass to; null where none does.</summary>
        internal string? HeirOf(string school)
        {
            if (!SuccessorsServe)
                return null;
            var heir = Successors.Find(school);
            while (heir is not null && !Members.Contains(heir))
                heir = Successors.Find(heir);
            return heir;
        }

        internal Formed Headed(Officers officers, EquatableList<string> queue) => this with
        {
            InOffice = officers,
            Queue = queue,
            Proposed = null,
            Recognised = null,
            Recognition = null,
            Handover = [],
            Skipped = [],
            Vacancy = officers.Acting ? Vacancy : null,
        };

        /// <summary>With the posts as they are once a school has come or gone; a handover between others begins anew.</summary>
        internal Formed Posted(Posts posts) => this with
        {
            InOffice = posts.InOffice,
            Queue = posts.Queue,
            Proposed = posts.Proposed,
            Recognised = posts.Recognised,
            Handover = posts.InOffice == InOffice && posts.Recognised == Recognised ? Handover : [],
            Vacancy = posts.Vacancy,
            Inventory = posts.InOffice?.Head == InOffice?.Head ? Inventory : Void(this),
        };
    }

    public sealed record YearRoll(int Year, EquatableList<string> Schools)
    {
        /// <summary>Members that have come since the year was opened and are not on its roll, also those that are gone again.</summary>
        public EquatableList<string> Others { get; init; } = [];

        internal YearRoll With(string member) => Schools.Contains(member) || Others.Contains(member) ? this : this with { Others = Others.Add(member) };
    }

    public sealed record YearInspections(int Year, EquatableList<InspectionPair> Pairs);

    public sealed record YearGuidance(Guidance Guidance, Regulation Regulation);

    public static ClusterState Evolve(ClusterState state, ClusterEvent e) => (state, e) switch
    {
        (Unformed, ClusterEvent.Formed f) => new Formed(f.Cluster, f.Number, f.Name, f.Members, null, [], null, null, [], [], []),
        (Formed c, ClusterEvent.GuidanceReceived g) => c with { Guided = c.Guided.Add(new(g.Guidance, g.Regulation)) },
        (Formed c, ClusterEvent.OfficersAppointed a) => c.Headed(a.Officers, a.Queue) with { Election = null },
        (Formed c, ClusterEvent.OfficersOverridden o) => c with { InOffice = o.Officers, Queue = o.Queue, Handover = [], Inventory = Void(c), Vacancy = c.Vacancy?.Year > o.Officers.Year ? c.Vacancy : null },
        (Formed c, ClusterEvent.YearOpened opened) => c with { Opened = c.Opened.Add(opened.Year), Rolls = c.Rolls.Add(new(opened.Year, c.Members)) },
        (Formed c, ClusterEvent.InspectionsNoted n) => c with { Inspected = new(n.Year, n.Pairs) },
        (Formed c, ClusterEvent.OfficersProposed p) => c with { Proposed = p.Officers, Skipped = p.Skipped ?? [], Election = null },
        (Formed c, ClusterEvent.OfficersRecognised r) => c with { Recognised = r.Officers, Recognition = r.Decision, Handover = [], Election = null },
        (Formed c, ClusterEvent.InventoryListed l) => c with { Inventory = l.Inventory, Handover = [] },
        (Formed c, ClusterEvent.HandoverSigned s) => c with { Handover = c.Handover.Add(s.School) },
        (Formed c, ClusterEvent.HandedOver h) => c.Headed(h.Officers, h.Queue),
        (Formed c, ClusterEvent.ElectionCalled called) => c with { Election = called.Year },
        (Formed c, ClusterEvent.HeadVacant v) => c with { Vacancy = new(v.Year, v.Reason) },
        (Formed c, ClusterEvent.BarNoted b) => c with { Bars = c.Bars.With(b.Bar) },
        (Formed c, ClusterEvent.LiftingNoted l) => c with { Bars = c.Bars.With(l.Lifting) },
        (Formed c, _) => ReorganisationDecider.Evolve(c, e),
        _ => state,
    };

    private static Inventory? Void(Formed c) => c.Recognised is null ? c.Inventory : c.Inventory is { } listed ? listed with { Items = [] } : null;
}
