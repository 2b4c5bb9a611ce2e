using ClusterActors.Academy;

namespace ClusterActors.Documents;

/// <summary>One document of a cluster's year.</summary>
public abstract record DocumentState
{
    private DocumentState()
    {
    }

    public sealed record Unexpected : DocumentState;

    public sealed record Expected(DocumentKey Key, DocumentRules Rules, string Head, EquatableList<string> Roll) : DocumentState
    {
        /// <summary>Counts the drafts, adopted ones too.</summary>
        public int Drafts { get; init; }

        /// <summary>Under discussion; null where there is none.</summary>
        public DraftView? Draft { get; init; }

        public EquatableList<AdoptedView> Adopted { get; init; } = [];

        public bool Closed { get; init; }

        /// <summary>Members that have consented to the draft.</summary>
        public EquatableList<string> Consents =>
            (Draft?.Answers ?? []).Where(answer => answer.Consents && Roll.Contains(answer.School)).Select(answer => answer.School).ToEquatableList();
    }

    public static DocumentState Evolve(DocumentState state, DocumentEvent e) => (state, e) switch
    {
        (Unexpected, DocumentEvent.DocumentExpected x) => new Expected(new(x.Cluster, x.Year, x.Rules.Code), x.Rules, x.Head, x.Roll),
        (Expected d, DocumentEvent.DraftProposed p) => d with { Drafts = p.Draft, Draft = new(p.Draft, p.Title, p.Text, p.FileHash, p.Reason, []) },
        (Expected { Draft: { } draft } d, DocumentEvent.DraftAnswered a) => d with
        {
            Draft = draft with { Answers = draft.Answers.Put(new(a.School, a.Consents, a.Comment), answer => answer.School == a.School) },
        },
        (Expected { Draft: { } draft } d, DocumentEvent.DraftAdopted a) => d with { Draft = null, Adopted = d.Adopted.Add(new(a.Version, draft, a.Consents, a.On)) },
        (Expected d, DocumentEvent.MembersChanged m) => d with { Head = m.Head, Roll = m.Roll },
        (Expected d, DocumentEvent.DocumentClosed) => d with { Closed = true },
        _ => state,
    };
}
