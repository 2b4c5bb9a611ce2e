-- When the journal was last backed up, verified and restored for practice: one row a task, for operators.
CREATE TABLE upkeep (
  task     text COLLATE "C" PRIMARY KEY,
  at       bigint NOT NULL,
  position bigint NOT NULL,
  findings bigint NOT NULL,
  name     text
);
