-- The tables of a database of articles. Offsets (start, end) count code points of the article's text, end exclusive; days are
-- YYYY-MM-DD; 0 and 1 are false and true; what is not known is null. ref is the id that the annotation has in its record.

PRAGMA application_id = 0x73617973; -- "says"
PRAGMA user_version = 1;

CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,           -- the record's id
  source TEXT NOT NULL,         -- its place, and its line behind a colon
  url TEXT,
  title TEXT,
  byline TEXT NOT NULL,         -- names, separated by "; "
  site TEXT,
  published TEXT,
  published_from TEXT,
  language TEXT,                -- null: not read
  variant TEXT,
  text TEXT,                    -- with --text alone
  warnings TEXT NOT NULL        -- a line each
);

CREATE TABLE entities (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (id),
  ref TEXT NOT NULL,
  type TEXT NOT NULL,           -- person, organization, location, misc
  name TEXT NOT NULL,
  country TEXT                  -- ISO 3166
);

CREATE TABLE identifiers (
  entity INTEGER NOT NULL REFERENCES entities (id),
  scheme TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (entity, scheme)
) WITHOUT ROWID;

CREATE TABLE mentions (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (id),
  entity INTEGER NOT NULL REFERENCES entities (id),
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL
);

CREATE TABLE roles (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (id),
  entity INTEGER NOT NULL REFERENCES entities (id),
  office TEXT NOT NULL,
  of INTEGER REFERENCES entities (id),
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  rule TEXT NOT NULL
);

CREATE TABLE money (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (id),
  ref TEXT NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  amount NUMERIC,               -- a range has low and high
  low NUMERIC,
  high NUMERIC,
  currency TEXT,                -- ISO 4217
  qualifier TEXT,               -- about, over, under, at_least, up_to
  vague INTEGER NOT NULL,
  per TEXT,
  stated_text TEXT,             -- the article's own conversion
  stated_amount NUMERIC,
  stated_low NUMERIC,
  stated_high NUMERIC,
  stated_currency TEXT,
  stated_rate NUMERIC,
  verdict TEXT,                 -- on it: consistent, other_date, breakdown, at_odds, no_rate
  verdict_rate NUMERIC,
  verdict_day TEXT,
  verdict_method TEXT,          -- how the rate was come by: exact, previous business day, between, nearest, fixed parity
  verdict_bound NUMERIC,        -- the share by which it may be off
  deviation NUMERIC,
  rule TEXT NOT NULL,
  confidence REAL
);

CREATE TABLE conversions (      -- with --to
  id INTEGER PRIMARY KEY,
  money INTEGER NOT NULL REFERENCES money (id),
  amount NUMERIC,
  low NUMERIC,
  high NUMERIC,
  currency TEXT NOT NULL,
  rate NUMERIC,
  day TEXT,
  method TEXT,                  -- how the rate was come by: exact, previous business day, between, nearest, fixed parity, later parity
  days_off INTEGER NOT NULL,    -- days between the rate's and the figure's
  bound NUMERIC,                -- the share by which it may be off
  source TEXT,
  reason TEXT                   -- why there is no amount
);

CREATE TABLE dates (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (id),
  ref TEXT NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  type TEXT NOT NULL,           -- DATE, TIME, DURATION, SET
  value TEXT NOT NULL,          -- TIMEX3
  edtf TEXT,
  first_day TEXT,
  last_day TEXT,                -- inclusive
  mod TEXT,
  anchor TEXT,
  tense TEXT,
  rule TEXT NOT NULL,
  confidence REAL
);

CREATE TABLE quantities (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (id),
  ref TEXT NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  amount NUMERIC,
  low NUMERIC,                  -- of a range
  high NUMERIC,
  unit TEXT NOT NULL,           -- percent, percentage_point, count, share, times, or a unit of measure
  what TEXT,                    -- what is counted
  kind TEXT NOT NULL,           -- level or change
  direction TEXT,               -- up or down
  qualifier TEXT,
  rule TEXT NOT NULL,
  confidence REAL
);

CREATE TABLE quotes (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (id),
  ref TEXT NOT NULL,
  kind TEXT NOT NULL,           -- direct, mixed, indirect
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  text TEXT NOT NULL,           -- the words said, parts joined by " … "
  speaker TEXT,                 -- the name
  entity INTEGER REFERENCES entities (id),
  speaker_text TEXT,            -- as the speaker is named beside the words
  how TEXT,
  cue TEXT,
  lemma TEXT,
  cue_stance TEXT,              -- of the words that report: neutral, deny, announce, …
  stance TEXT NOT NULL,         -- of the speaker: asserts, denies, doubts, promises, demands, supposes, asks
  hedged INTEGER NOT NULL,
  medium TEXT,
  addressee TEXT,
  relay TEXT,
  rule TEXT NOT NULL,
  confidence REAL
);

CREATE TABLE claims (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (id),
  ref TEXT NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  proposition TEXT NOT NULL,    -- without the words that report it; in brackets whom its subject means, and its context
  context TEXT,                 -- the sentence before it, where it means something told there, or that introduces its list
  stance TEXT NOT NULL,         -- as of a quote
  source TEXT NOT NULL,         -- article, named, unnamed
  key TEXT,                     -- equal for the same claim in another article or language
  quote INTEGER REFERENCES quotes (id),
  speaker INTEGER REFERENCES entities (id),
  hedged INTEGER NOT NULL,
  negated INTEGER NOT NULL,
  checkable INTEGER NOT NULL,
  reasons TEXT NOT NULL         -- separated by spaces
);

CREATE TABLE claim_refers (      -- words of a claim that name nobody, and whom they mean
  claim INTEGER NOT NULL REFERENCES claims (id),
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  name TEXT NOT NULL,
  entity INTEGER REFERENCES entities (id),
  PRIMARY KEY (claim, start)
) WITHOUT ROWID;

CREATE TABLE claim_money (
  claim INTEGER NOT NULL REFERENCES claims (id),
  money INTEGER NOT NULL REFERENCES money (id),
  PRIMARY KEY (claim, money)
) WITHOUT ROWID;

CREATE TABLE claim_quantities (
  claim INTEGER NOT NULL REFERENCES claims (id),
  quantity INTEGER NOT NULL REFERENCES quantities (id),
  PRIMARY KEY (claim, quantity)
) WITHOUT ROWID;

CREATE TABLE claim_dates (
  claim INTEGER NOT NULL REFERENCES claims (id),
  date INTEGER NOT NULL REFERENCES dates (id),
  PRIMARY KEY (claim, date)
) WITHOUT ROWID;

CREATE TABLE claim_entities (
  claim INTEGER NOT NULL REFERENCES claims (id),
  entity INTEGER NOT NULL REFERENCES entities (id),
  PRIMARY KEY (claim, entity)
) WITHOUT ROWID;

-- Over all articles, filled when these are all there: a row for each name and type, and for each speaker.

CREATE TABLE names (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  country TEXT,
  variants TEXT NOT NULL,       -- the forms that articles use, separated by "; ", the commonest first
  articles INTEGER NOT NULL,    -- how many name it
  mentions INTEGER NOT NULL
);

CREATE TABLE name_articles (
  name INTEGER NOT NULL REFERENCES names (id),
  article INTEGER NOT NULL REFERENCES articles (id),
  PRIMARY KEY (name, article)
) WITHOUT ROWID;

CREATE TABLE speakers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT,                    -- of the entity; null: a speaker without a name
  articles INTEGER NOT NULL,    -- how many quote the speaker
  quotes INTEGER NOT NULL,
  direct INTEGER NOT NULL,      -- of these in quotation marks, at least in part
  denials INTEGER NOT NULL
);
