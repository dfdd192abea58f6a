CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL,
    CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId")
);

CREATE TABLE boards (
    board_id uuid NOT NULL,
    version bigint NOT NULL,
    team_id uuid NOT NULL,
    name text NOT NULL,
    free_slots integer NOT NULL,
    free_by_category jsonb NOT NULL,
    reserved_by_category jsonb NOT NULL,
    said_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_boards PRIMARY KEY (board_id)
);

CREATE TABLE customers (
    customer_id uuid NOT NULL,
    version bigint NOT NULL,
    name text NOT NULL,
    is_active boolean NOT NULL,
    representative_id uuid,
    deputy_id uuid,
    CONSTRAINT pk_customers PRIMARY KEY (customer_id)
);

CREATE TABLE idempotent_answer (
    person_id uuid NOT NULL,
    key character varying(200) NOT NULL,
    request_hash bytea NOT NULL,
    status integer NOT NULL,
    content_type text,
    location text,
    entity_tag text,
    body bytea,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_idempotent_answer PRIMARY KEY (person_id, key)
);

CREATE TABLE inbox_message (
    message_id uuid NOT NULL,
    consumer character varying(100) NOT NULL,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_inbox_message PRIMARY KEY (consumer, message_id)
);

CREATE TABLE ledger_accounts (
    board_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    balance text NOT NULL,
    entitled text NOT NULL,
    received text NOT NULL,
    sessions integer NOT NULL,
    CONSTRAINT pk_ledger_accounts PRIMARY KEY (board_id, customer_id)
);

CREATE TABLE options (
    id uuid NOT NULL,
    version bigint NOT NULL,
    source_version bigint NOT NULL,
    status character varying(40) NOT NULL,
    committed_board_id uuid,
    outcome_id uuid,
    committed_at timestamp with time zone,
    answered_at timestamp with time zone,
    finished_at timestamp with time zone,
    scores jsonb NOT NULL,
    key character varying(40) NOT NULL,
    title text NOT NULL,
    customer_id uuid NOT NULL,
    requester_id uuid,
    team_id uuid,
    practice character varying(40) NOT NULL,
    category character varying(40) NOT NULL,
    class_of_service character varying(40) NOT NULL,
    due_date date,
    priority character varying(10) NOT NULL,
    is_regulated boolean NOT NULL,
    accepted_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_options PRIMARY KEY (id)
);

CREATE TABLE outbox_message (
    id bigint GENERATED ALWAYS AS IDENTITY,
    message_id uuid NOT NULL,
    type character varying(200) NOT NULL,
    body text NOT NULL,
    trace_parent character varying(60),
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_outbox_message PRIMARY KEY (id)
)
WITH (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=10000);

CREATE TABLE outcomes (
    id uuid NOT NULL,
    session_id uuid NOT NULL,
    board_id uuid NOT NULL,
    team_id uuid NOT NULL,
    committed_ids uuid[] NOT NULL,
    signature character varying(64) NOT NULL,
    agreed_at timestamp with time zone NOT NULL,
    last_consent_by uuid NOT NULL,
    CONSTRAINT pk_outcomes PRIMARY KEY (id)
);

CREATE TABLE people (
    person_id uuid NOT NULL,
    version bigint NOT NULL,
    name text NOT NULL,
    is_active boolean NOT NULL,
    CONSTRAINT pk_people PRIMARY KEY (person_id)
);

CREATE TABLE sessions (
    id uuid NOT NULL,
    version bigint NOT NULL,
    board_id uuid NOT NULL,
    team_id uuid NOT NULL,
    facilitator_id uuid NOT NULL,
    opened_by uuid NOT NULL,
    state character varying(40) NOT NULL,
    figures jsonb NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    revealed_at timestamp with time zone,
    ended_at timestamp with time zone,
    end_reason character varying(2000),
    CONSTRAINT pk_sessions PRIMARY KEY (id)
);

CREATE TABLE teams (
    team_id uuid NOT NULL,
    version bigint NOT NULL,
    name text NOT NULL,
    member_ids uuid[] NOT NULL,
    CONSTRAINT pk_teams PRIMARY KEY (team_id)
);

CREATE TABLE value_reviews (
    option_id uuid NOT NULL,
    person_id uuid NOT NULL,
    realised integer NOT NULL,
    comment character varying(2000),
    reviewed_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_value_reviews PRIMARY KEY (option_id, person_id)
);

CREATE TABLE session_objections (
    id uuid NOT NULL,
    session_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    by uuid NOT NULL,
    proposal integer NOT NULL,
    option_id uuid,
    reason character varying(2000) NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    ending character varying(40),
    resolution character varying(2000),
    ended_by uuid,
    ended_at timestamp with time zone,
    CONSTRAINT pk_session_objections PRIMARY KEY (id),
    CONSTRAINT fk_session_objections_sessions_session_id FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
);

CREATE TABLE session_options (
    session_id uuid NOT NULL,
    option_id uuid NOT NULL,
    evidence jsonb NOT NULL,
    CONSTRAINT pk_session_options PRIMARY KEY (session_id, option_id),
    CONSTRAINT fk_session_options_sessions_session_id FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
);

CREATE TABLE session_participants (
    session_id uuid NOT NULL,
    customer_id uuid NOT NULL,
    representative_id uuid,
    deputy_id uuid,
    is_representative_absent boolean NOT NULL,
    is_deputy_absent boolean NOT NULL,
    budget text NOT NULL,
    ballot jsonb,
    consent jsonb,
    CONSTRAINT pk_session_participants PRIMARY KEY (session_id, customer_id),
    CONSTRAINT fk_session_participants_sessions_session_id FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
);

CREATE TABLE session_proposals (
    session_id uuid NOT NULL,
    number integer NOT NULL,
    option_ids uuid[] NOT NULL,
    certificate jsonb NOT NULL,
    purchases jsonb NOT NULL,
    proposed_by uuid,
    customer_id uuid,
    reason character varying(2000),
    proposed_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_session_proposals PRIMARY KEY (session_id, number),
    CONSTRAINT fk_session_proposals_sessions_session_id FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
);

CREATE INDEX ix_boards_team_id ON boards (team_id);

CREATE INDEX ix_idempotent_answer_created_at ON idempotent_answer (created_at);

CREATE INDEX ix_inbox_message_received_at ON inbox_message (received_at);

CREATE INDEX ix_options_committed_board_id ON options (committed_board_id) WHERE status = 'Committed' AND answered_at IS NULL;

CREATE INDEX ix_options_status_accepted_at_id ON options (status, accepted_at, id);

CREATE INDEX ix_options_status_team_id ON options (status, team_id);

CREATE UNIQUE INDEX ix_outcomes_session_id ON outcomes (session_id);

CREATE INDEX ix_session_objections_session_id ON session_objections (session_id);

CREATE INDEX ix_sessions_board_id_id ON sessions (board_id, id);

CREATE INDEX ix_sessions_closes_at ON sessions (closes_at) WHERE state IN ('Open', 'Deliberating');

CREATE UNIQUE INDEX ix_sessions_one_live_a_board ON sessions (board_id) WHERE state IN ('Open', 'Deliberating');

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122192109_Initial', '10.0.11');

