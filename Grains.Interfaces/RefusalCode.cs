namespace ClusterActors;

/// <summary>Why a command was refused. Codes are stable: clients decide by them, and a code never changes its meaning.</summary>
public static class RefusalCode
{
    // Who may
    public const string Forbidden = "forbidden";
    public const string NotAMember = "not_a_member";

    // Operations
    public const string OperationIdReused = "operation_id_reused";
    public const string OperationIdInvalid = "operation_id_invalid";

    // Form
    public const string TextInvalid = "text_invalid";
    public const string TextNotNormalised = "text_not_normalised";
    public const string CodeInvalid = "code_invalid";
    public const string YearInvalid = "year_invalid";
    public const string DateInvalid = "date_invalid";
    public const string RoleUnknown = "role_unknown";
    public const string RoleNotHeld = "role_not_held";
    public const string TermInvalid = "term_invalid";
    public const string LastOfficial = "last_official";

    // State
    public const string NotFound = "not_found";
    public const string AlreadyExists = "already_exists";
    public const string WrongPhase = "wrong_phase";
    public const string DeadlinePassed = "deadline_passed";
    public const string NotReturnable = "not_returnable";

    // Deadlines
    public const string DeadlineUnknown = "deadline_unknown";
    public const string ExtensionInvalid = "extension_invalid";
    public const string ExtensionTooFar = "extension_too_far";
    public const string ExtensionsUsedUp = "extensions_used_up";

    // Academy and clusters
    public const string SchoolUnknown = "school_unknown";
    public const string SchoolInTwoClusters = "school_in_two_clusters";
    public const string SchoolMerged = "school_merged";
    public const string ClusterUnknown = "cluster_unknown";
    public const string ClusterDissolved = "cluster_dissolved";
    public const string MembersInvalid = "members_invalid";
    public const string RegulationInvalid = "regulation_invalid";
    public const string RegulationMissing = "regulation_missing";
    public const string YearNotGuided = "year_not_guided";
    public const string YearAlreadyOpen = "year_already_open";
    public const string ClusterWithoutHead = "cluster_without_head";
    public const string OfficersInvalid = "officers_invalid";
    public const string NoHandoverDue = "no_handover_due";
    public const string InventoryMissing = "inventory_missing";
    public const string InventoryChanged = "inventory_changed";
    public const string InventoryInvalid = "inventory_invalid";
    public const string ItemUnknown = "item_unknown";
    public const string SchoolBarred = "school_barred";
    public const string BarUnknown = "bar_unknown";

    // Documents
    public const string DocumentsMissing = "documents_missing";
    public const string DraftChanged = "draft_changed";
    public const string FileHashInvalid = "file_hash_invalid";

    // Activities
    public const string ActivityUnknown = "activity_unknown";
    public const string ActivityKindUnknown = "activity_kind_unknown";
    public const string ActivityOver = "activity_over";
    public const string ParticipantsInvalid = "participants_invalid";
    public const string ResultsInvalid = "results_invalid";
    public const string PracticeUnknown = "practice_unknown";

    // Registration
    public const string AwardTwice = "award_twice";

    // Pact
    public const string PactWithoutTargets = "pact_without_targets";
    public const string TargetsInvalid = "targets_invalid";
    public const string PactChanged = "pact_changed";
    public const string PactAlreadySigned = "pact_already_signed";
    public const string AlreadySigned = "already_signed";
    public const string SignaturesMissing = "signatures_missing";

    // Scores and inspections
    public const string CriterionUnknown = "criterion_unknown";
    public const string CriterionMissing = "criterion_missing";
    public const string CriterionTwice = "criterion_twice";
    public const string ScoreNegative = "score_negative";
    public const string ScoreAboveMaximum = "score_above_maximum";
    public const string ScoreTooManyDecimals = "score_too_many_decimals";
    public const string EntryInvalid = "entry_invalid";
    public const string SheetsMissing = "sheets_missing";
    public const string InspectionImpossible = "inspection_impossible";
    public const string RelaxationNotAllowed = "relaxation_not_allowed";
    public const string NotAnInspector = "not_an_inspector";
    public const string NotTheTeamLead = "not_the_team_lead";
    public const string VisitInvalid = "visit_invalid";
    public const string ReasonRequired = "reason_required";
    public const string FindingsMissing = "findings_missing";

    public const string FindingsChanged = "findings_changed";
    public const string ConflictInvalid = "conflict_invalid";
    public const string AnswerAwaited = "answer_awaited";
    public const string InspectorInvalid = "inspector_invalid";

    // Votes
    public const string VoteUnknown = "vote_unknown";
    public const string VoteNotOpen = "vote_not_open";
    public const string VoteOfOtherMethod = "vote_of_other_method";
    public const string VotesMissing = "votes_missing";
    public const string AwardNotVoted = "award_not_voted";
    public const string CommitteeInvalid = "committee_invalid";
    public const string NotOnTheCommittee = "not_on_the_committee";
    public const string CountsDoNotAddUp = "counts_do_not_add_up";
    public const string MarksBeyondQuota = "marks_beyond_quota";
    public const string CandidateUnknown = "candidate_unknown";
    public const string CountMissing = "count_missing";
    public const string CountChanged = "count_changed";
    public const string AlreadyConfirmed = "already_confirmed";
    public const string AlreadyVoted = "already_voted";
    public const string SelfVote = "self_vote";

    // The Academy's decisions
    public const string NominationUnknown = "nomination_unknown";
    public const string NominationDecided = "nomination_decided";
    public const string NominationsUndecided = "nominations_undecided";
    public const string AwardNotHeld = "award_not_held";

    // The Academy's council
    public const string DossierInvalid = "dossier_invalid";
    public const string DossierIncomplete = "dossier_incomplete";
    public const string AppraisalMissing = "appraisal_missing";
    public const string SessionUnknown = "session_unknown";
    public const string WrittenNotAllowed = "written_not_allowed";
    public const string NotRecommended = "not_recommended";
    public const string ShareUsedUp = "share_used_up";

    // Elections and lots
    public const string ElectionNotCalled = "election_not_called";
    public const string RoundUnknown = "round_unknown";
    public const string RoundOpen = "round_open";
    public const string RoundNotOpen = "round_not_open";
    public const string LotAwaited = "lot_awaited";
    public const string SeedNotAsked = "seed_not_asked";

    // Statistics
    public const string IndicatorUnknown = "indicator_unknown";
    public const string IndicatorTwice = "indicator_twice";
    public const string FigureInvalid = "figure_invalid";
    public const string EstimateNotAllowed = "estimate_not_allowed";
    public const string PartsExceedWhole = "parts_exceed_whole";
    public const string ReportChanged = "report_changed";

    // Standard schools
    public const string StandardInvalid = "standard_invalid";
    public const string ValueInvalid = "value_invalid";
    public const string ValueChanged = "value_changed";
    public const string StandardNotMet = "standard_not_met";
    public const string ScoreGiven = "score_given";

    // Clock
    public const string ClockBackwards = "clock_backwards";
}
