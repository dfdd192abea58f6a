CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL,
    CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId")
);

CREATE TABLE board (
    id uuid NOT NULL,
    team_id uuid NOT NULL,
    name character varying(120) NOT NULL,
    workflow_version integer NOT NULL,
    version bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_board PRIMARY KEY (id)
)
WITH (fillfactor=50);

CREATE TABLE change_copy (
    change_id uuid NOT NULL,
    work_item_id uuid NOT NULL,
    version bigint NOT NULL,
    is_approved boolean NOT NULL,
    CONSTRAINT pk_change_copy PRIMARY KEY (change_id)
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

CREATE TABLE occupancy (
    board_id uuid NOT NULL,
    column_id uuid NOT NULL,
    category character varying(40) NOT NULL,
    class_of_service character varying(40) NOT NULL,
    cards integer NOT NULL,
    CONSTRAINT pk_occupancy PRIMARY KEY (board_id, column_id, category, class_of_service),
    CONSTRAINT ck_occupancy_cards CHECK (cards >= 0)
)
WITH (fillfactor=50);

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

CREATE TABLE person_copy (
    id uuid NOT NULL,
    version bigint NOT NULL,
    name text NOT NULL,
    is_active boolean NOT NULL,
    CONSTRAINT pk_person_copy PRIMARY KEY (id)
);

CREATE TABLE refused_work (
    id uuid NOT NULL,
    board_id uuid NOT NULL,
    work_item_id uuid NOT NULL,
    key character varying(60) NOT NULL,
    title character varying(500) NOT NULL,
    code character varying(60) NOT NULL,
    reason character varying(1000) NOT NULL,
    commitment jsonb NOT NULL,
    refused_at timestamp with time zone NOT NULL,
    attempts integer NOT NULL,
    admitted_at timestamp with time zone,
    CONSTRAINT pk_refused_work PRIMARY KEY (id)
);

CREATE TABLE team_copy (
    id uuid NOT NULL,
    version bigint NOT NULL,
    name text NOT NULL,
    members uuid[] NOT NULL,
    CONSTRAINT pk_team_copy PRIMARY KEY (id)
);

CREATE TABLE transition (
    board_id uuid NOT NULL,
    sequence bigint NOT NULL,
    card_id uuid,
    card_version bigint,
    kind character varying(40) NOT NULL,
    from_column uuid,
    to_column uuid,
    blocker_id uuid,
    reason character varying(1000),
    note character varying(1000),
    owners uuid[],
    workflow_version integer NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid NOT NULL,
    CONSTRAINT pk_transition PRIMARY KEY (board_id, sequence)
);

CREATE TABLE card (
    id uuid NOT NULL,
    board_id uuid NOT NULL,
    key character varying(60) NOT NULL,
    title character varying(500) NOT NULL,
    customer_id uuid NOT NULL,
    requester_id uuid,
    category character varying(40) NOT NULL,
    class_of_service character varying(40) NOT NULL,
    due_date date,
    is_regulated boolean NOT NULL,
    rank integer NOT NULL,
    outcome_id uuid,
    column_id uuid,
    position double precision NOT NULL,
    accepted_at timestamp with time zone NOT NULL,
    committed_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    abandoned_at timestamp with time zone,
    reopen_count integer NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_card PRIMARY KEY (id),
    CONSTRAINT fk_card_board_board_id FOREIGN KEY (board_id) REFERENCES board (id) ON DELETE CASCADE
)
WITH (fillfactor=70);

CREATE TABLE workflow_version (
    board_id uuid NOT NULL,
    version integer NOT NULL,
    definition jsonb NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved_by uuid NOT NULL,
    CONSTRAINT pk_workflow_version PRIMARY KEY (board_id, version),
    CONSTRAINT fk_workflow_version_board_board_id FOREIGN KEY (board_id) REFERENCES board (id) ON DELETE CASCADE
);

CREATE TABLE avatar_token (
    person_id uuid NOT NULL,
    ordinal integer NOT NULL,
    card_id uuid NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_avatar_token PRIMARY KEY (person_id, ordinal),
    CONSTRAINT ck_avatar_token_ordinal CHECK (ordinal >= 0 AND ordinal < 2),
    CONSTRAINT fk_avatar_token_card_card_id FOREIGN KEY (card_id) REFERENCES card (id) ON DELETE CASCADE
);

CREATE TABLE blocker (
    id uuid NOT NULL,
    card_id uuid NOT NULL,
    reason character varying(40) NOT NULL,
    note character varying(1000),
    raised_at timestamp with time zone NOT NULL,
    raised_by uuid NOT NULL,
    resolved_at timestamp with time zone,
    resolved_by uuid,
    CONSTRAINT pk_blocker PRIMARY KEY (id),
    CONSTRAINT fk_blocker_card_card_id FOREIGN KEY (card_id) REFERENCES card (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX ix_avatar_token_card_id_person_id ON avatar_token (card_id, person_id);

CREATE INDEX ix_blocker_card_id ON blocker (card_id);

CREATE INDEX ix_board_team_id ON board (team_id);

CREATE INDEX ix_card_board_id_abandoned_at ON card (board_id, abandoned_at) WHERE finished_at IS NULL;

CREATE INDEX ix_card_board_id_column_id ON card (board_id, column_id);

CREATE INDEX ix_card_board_id_finished_at ON card (board_id, finished_at) WHERE finished_at IS NOT NULL;

CREATE INDEX ix_change_copy_work_item_id ON change_copy (work_item_id);

CREATE INDEX ix_idempotent_answer_created_at ON idempotent_answer (created_at);

CREATE INDEX ix_inbox_message_received_at ON inbox_message (received_at);

CREATE INDEX ix_refused_work_board_id_id ON refused_work (board_id, id) WHERE admitted_at IS NULL;

CREATE INDEX ix_transition_board_id_at ON transition (board_id, at);

CREATE UNIQUE INDEX ix_transition_card_id_card_version ON transition (card_id, card_version);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122195114_Initial', '10.0.11');

