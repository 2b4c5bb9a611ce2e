/*
 * Fence, operations, outbox and handover, with a crash at every step. README.md says what stands for what.
 * A macro breaks one rule on purpose; tests/Grains.Tests/Model wants each of them found.
 */

#ifndef CRASHES
#define CRASHES 1    /* of whatever and wherever */
#endif
#ifndef EARLY
#define EARLY 1      /* leases that run out while their message is still being carried */
#endif

/* Streams */
#define CLUSTER  0
#define CAMPAIGN 1

/* Operations: each belongs to one stream and has one id for ever. */
#define SIGN_OLD 0
#define SIGN_NEW 1
#define LEAD     2   /* the old head acts as head */
#define STEP     3   /* the campaign's answer goes on record */
#define NOTE     4   /* the campaign is told of the handover */
#define OPERATIONS 5

/* Answers */
#define NONE     0
#define ACCEPTED 1
#define REFUSED  2
#define LOST     3   /* the call has ended without one */

/* What an append comes to */
#define APPENDED  0
#define CONFLICT  1
#define DUPLICATE 2

/* The cluster's state as bits; the campaign's is NEW_IS_IN once it has been told. */
#define HAS_OLD_SIGN 1
#define HAS_NEW_SIGN 2
#define OLD_IS_OUT   4
#define NEW_IS_IN    8

/* The message from the cluster to its campaign, in the outbox */
#define UNSENT  0
#define WAITING 1
#define LEASED  2
#define DONE    3

/* What the store keeps: it survives every crash. */
byte version[2], truth[2], stored[OPERATIONS], row;

/* Who holds the lease, and whether the holder has crashed. */
byte holder;
bool orphaned;

/* Looked at, and steers nothing. */
bool written[16];
byte said[OPERATIONS], acted;
bool content[3];

byte crashes = CRASHES, early = EARLY;

chan ask[2] = [0] of { byte, byte, byte };   /* operation, who asks, the answer that a step records */
chan heard[5] = [0] of { byte };             /* callers go by their operations, dispatchers are 3 and 4 */

#ifdef NO_DEDUPE
#define is_known(op) false
#else
#define is_known(op) (stored[op] != NONE)
#endif

#ifdef NO_FENCE
#define is_stale(stream, at) false
#else
#define is_stale(stream, at) (version[stream] != at)
#endif

#ifdef ONE_SIGNATURE
#define signed_by_both(state) true
#else
#define signed_by_both(state) ((state & HAS_OLD_SIGN) && (state & HAS_NEW_SIGN))
#endif

#ifdef TWO_HEADS
#define HANDED_OVER NEW_IS_IN
#else
#define HANDED_OVER (NEW_IS_IN | OLD_IS_OUT)
#endif

#define signature(op) (op == SIGN_OLD -> HAS_OLD_SIGN : HAS_NEW_SIGN)

/* Decide and Evolve are pure, and what is in memory is lost in a crash: one step with the loading, for nobody could tell. */
inline load_and_decide() {
  d_step {
    if :: !loaded -> at = version[stream]; state = truth[stream]; loaded = true :: else fi;
    answer = ACCEPTED; next = state; sends = false;
    if
    :: op == SIGN_OLD || op == SIGN_NEW ->
       if
       :: (state & NEW_IS_IN) || (state & signature(op)) -> answer = REFUSED
       :: else ->
          next = state | signature(op);
          if
          :: signed_by_both(next) -> next = next | HANDED_OVER; sends = true
          :: else
          fi
       fi
    :: op == LEAD && (state & OLD_IS_OUT) -> answer = REFUSED
    :: op == NOTE -> next = NEW_IS_IN
    :: else
    fi
  }
}

/* What must hold of every event that is written; the numbers are the simulator's. */
inline check_event() {
  assert(!written[stream * 8 + version[stream]]);                               /* 8: one winner for each version */
  written[stream * 8 + version[stream]] = true;
  if
  :: stream == CLUSTER ->
     assert(!(truth[CLUSTER] & OLD_IS_OUT) == !(truth[CLUSTER] & NEW_IS_IN));   /* 11: one head in office */
     assert(!(truth[CLUSTER] & NEW_IS_IN) || ((truth[CLUSTER] & HAS_OLD_SIGN) && (truth[CLUSTER] & HAS_NEW_SIGN)));
     assert(op != LEAD || !(truth[CLUSTER] & OLD_IS_OUT))                       /* 11: and nobody else leads */
  :: else ->
     acted++;
     assert(acted == 1);                                                        /* 18: no message is acted on twice */
     assert(truth[CLUSTER] & NEW_IS_IN)                                         /* 20: nor without having been sent */
  fi
}

inline send() {
  if
  :: sends && row == UNSENT -> row = WAITING
  :: else
  fi
}

inline settle() {
  if
  :: op == STEP ->
     assert(stored[STEP] != NONE);                                              /* 20: what is settled has its entry */
     assert(stored[NOTE] == given);                                             /* which is what was answered */
     row = DONE; orphaned = false
  :: else
  fi
}

/* All of it at once, or nothing. */
inline append() {
  d_step {
    if
    :: is_known(op) -> result = DUPLICATE; answer = stored[op]
    :: !is_known(op) && is_stale(stream, at) -> result = CONFLICT
    :: else ->
       result = APPENDED;
       stored[op] = answer;
       if
       :: answer == ACCEPTED ->
          version[stream] = at + 1;
          truth[stream] = next;
          check_event()
       :: else
       fi;
#if !defined(SENT_BEFORE) && !defined(SENT_AFTER)
       send();
#endif
       settle()
    fi
  }
}

#define may_crash if :: crashes > 0 -> crashes--; goto crashed :: true fi

/*
 * One life after the other of one activation; two of them hear what the cluster is asked. It is one step to load and decide,
 * and one to append and answer: what lies between touches nothing that anybody else sees. Between the two steps the others act.
 */
proctype Activation(byte stream) {
  byte op, who, given, at, state, next, answer, result;
  bool loaded, again, sends;

end:
  atomic { ask[stream] ? op, who, given; load_and_decide() }

write:
  atomic {
    may_crash;
#ifdef SENT_BEFORE
    send();
    may_crash;
#endif
#ifdef SETTLED_BEFORE
    settle();
    may_crash;
#endif
#ifdef REFUSED_UNFENCED
    if :: answer == REFUSED -> goto speak :: else fi;
#endif
    append();
    may_crash;
#ifdef SENT_AFTER
    if :: result == APPENDED -> send() :: else fi;
#endif
    if
    :: result == APPENDED && answer == ACCEPTED -> state = next; at++
    :: result == CONFLICT ->
#ifndef NOT_FORGOTTEN
       loaded = false;
#endif
       if
       :: !again -> again = true; load_and_decide(); goto write
       :: else -> goto lost
       fi
    :: else
    fi;

speak:
    assert(said[op] == NONE || said[op] == answer);                             /* 9: one answer for ever */
    assert(stored[op] == answer);                                               /* 18: and it is in the store */
    said[op] = answer;
    heard[who] ! answer;
    op = 0; who = 0; given = 0; next = 0; answer = 0; result = 0; sends = false; again = false;
    goto end;

crashed:
#ifndef NOT_FORGOTTEN
    loaded = false;
#endif
lost:
    if :: !loaded -> at = 0; state = 0 :: else fi;
    heard[who] ! LOST;
    op = 0; who = 0; given = 0; next = 0; answer = 0; result = 0; sends = false; again = false;
    goto end
  }
}

/* Takes the message, has it heard, has the answer recorded. */
proctype Dispatcher(byte me) {
  byte answer;

end:
  do
  :: atomic { row == WAITING -> row = LEASED; holder = me; may_crash; break }
#ifndef LEASED_FOR_EVER
  :: atomic { row == LEASED && orphaned -> row = WAITING; orphaned = false }
#endif
  :: atomic { row == LEASED && early > 0 -> early--; row = WAITING }
  od;

  ask[CAMPAIGN] ! NOTE, me, NONE;
  atomic {
    heard[me] ? answer;
    may_crash;
#ifndef SETTLED_UNANSWERED
    if :: answer == LOST -> goto retry :: else fi;
#endif
  }
  ask[CLUSTER] ! STEP, me, answer;
  atomic {
    heard[me] ? answer;
    may_crash;
    if :: answer != LOST -> goto next :: else fi;

retry:
    if :: row == LEASED -> row = WAITING; orphaned = false :: else fi;
    goto next;

crashed:
    if :: row == LEASED && holder == me -> orphaned = true :: else fi;

next:
    answer = 0;
    goto end
  }
}

/* Repeats until it has heard an answer. */
proctype Caller(byte op) {
  byte answer;

  do
  :: atomic { ask[CLUSTER] ! op, op, NONE }
     atomic { heard[op] ? answer; if :: answer != LOST -> break :: else -> answer = NONE fi }
  od;
  content[op] = true
}

init {
  atomic {
    run Activation(CLUSTER); run Activation(CLUSTER);
    run Activation(CAMPAIGN);
    run Dispatcher(3); run Dispatcher(4);
    run Caller(SIGN_OLD); run Caller(SIGN_NEW); run Caller(LEAD)
  }
}

#define all_answered (content[SIGN_OLD] && content[SIGN_NEW] && content[LEAD])

/* 22: crashes are bounded, so they stop; then all is answered, and the handover has been carried. */
ltl all_work_is_done { <> [] (all_answered && row == DONE && acted == 1) }
