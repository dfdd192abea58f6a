CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL,
    CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId")
);

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE SEQUENCE request_number START WITH 101 INCREMENT BY 50 NO CYCLE;

CREATE TABLE customer_copy (
    id uuid NOT NULL,
    version bigint NOT NULL,
    name text NOT NULL,
    is_active boolean NOT NULL,
    CONSTRAINT pk_customer_copy PRIMARY KEY (id)
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

CREATE TABLE import (
    id uuid NOT NULL,
    state character varying(40) NOT NULL,
    bytes_total bigint NOT NULL,
    bytes_read bigint NOT NULL,
    next_line bigint NOT NULL,
    rows_read bigint NOT NULL,
    rows_rejected bigint NOT NULL,
    imported bigint NOT NULL,
    updated bigint NOT NULL,
    unchanged bigint NOT NULL,
    applied_through character varying(200) COLLATE "C",
    error character varying(1000),
    created_by uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    lease_owner uuid,
    lease_until timestamp with time zone,
    order_customer_id uuid NOT NULL,
    order_encoding character varying(40) NOT NULL,
    order_file_name character varying(200),
    order_format character varying(40) NOT NULL,
    order_mapping character varying(20000),
    order_profile character varying(40) NOT NULL,
    order_separator character varying(1),
    order_source character varying(60) NOT NULL,
    order_team_id uuid,
    CONSTRAINT pk_import PRIMARY KEY (id)
);

CREATE TABLE import_chunk (
    import_id uuid NOT NULL,
    number integer NOT NULL,
    content bytea NOT NULL,
    CONSTRAINT pk_import_chunk PRIMARY KEY (import_id, number)
);

CREATE TABLE import_rejection (
    import_id uuid NOT NULL,
    line bigint NOT NULL,
    column_name character varying(2000),
    reason character varying(2000) NOT NULL,
    CONSTRAINT pk_import_rejection PRIMARY KEY (import_id, line)
);

CREATE TABLE import_row (
    import_id uuid NOT NULL,
    reference character varying(200) COLLATE "C" NOT NULL,
    line bigint NOT NULL,
    content bytea NOT NULL,
    CONSTRAINT pk_import_row PRIMARY KEY (import_id, reference, line)
);

CREATE TABLE inbox_message (
    message_id uuid NOT NULL,
    consumer character varying(100) NOT NULL,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_inbox_message PRIMARY KEY (consumer, message_id)
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

CREATE TABLE person_copy (
    id uuid NOT NULL,
    version bigint NOT NULL,
    name text NOT NULL,
    CONSTRAINT pk_person_copy PRIMARY KEY (id)
);

CREATE TABLE request_comment (
    id uuid NOT NULL,
    request_id uuid NOT NULL,
    text character varying(8000) NOT NULL,
    by uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_request_comment PRIMARY KEY (id)
);

CREATE TABLE request_history (
    id uuid NOT NULL,
    request_id uuid NOT NULL,
    state character varying(80) NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid,
    note character varying(2000),
    is_imported boolean NOT NULL,
    CONSTRAINT pk_request_history PRIMARY KEY (id)
);

CREATE TABLE team_copy (
    id uuid NOT NULL,
    version bigint NOT NULL,
    name text NOT NULL,
    is_active boolean NOT NULL,
    CONSTRAINT pk_team_copy PRIMARY KEY (id)
);

CREATE TABLE webhook_delivery (
    source_id uuid NOT NULL,
    delivery character varying(100) NOT NULL,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_webhook_delivery PRIMARY KEY (source_id, delivery)
);

CREATE TABLE webhook_source (
    id uuid NOT NULL,
    secret character varying(100) NOT NULL,
    is_active boolean NOT NULL,
    created_by uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    order_customer_id uuid NOT NULL,
    order_encoding character varying(40) NOT NULL,
    order_file_name character varying(200),
    order_format character varying(40) NOT NULL,
    order_mapping character varying(20000),
    order_profile character varying(40) NOT NULL,
    order_separator character varying(1),
    order_source character varying(60) NOT NULL,
    order_team_id uuid,
    CONSTRAINT pk_webhook_source PRIMARY KEY (id)
);

CREATE TABLE work_request (
    id uuid NOT NULL,
    board_id uuid,
    board_column character varying(200),
    is_blocked boolean NOT NULL,
    blocked_reason character varying(2000),
    card_version bigint NOT NULL,
    version bigint NOT NULL,
    number bigint NOT NULL,
    key_prefix character varying(8) NOT NULL,
    title character varying(300) NOT NULL,
    description character varying(20000),
    customer_id uuid NOT NULL,
    requester_id uuid,
    team_id uuid,
    practice character varying(40) NOT NULL,
    category character varying(40) NOT NULL,
    class_of_service character varying(40) NOT NULL,
    due_date date,
    impact character varying(40) NOT NULL,
    urgency character varying(40) NOT NULL,
    priority character varying(40) NOT NULL,
    is_regulated boolean NOT NULL,
    source character varying(60),
    external_reference character varying(200) COLLATE "C",
    source_digest character varying(64),
    follows_source boolean NOT NULL,
    status character varying(40) NOT NULL,
    status_reason character varying(2000),
    duplicate_of_id uuid,
    status_before_link character varying(40),
    submitted_at timestamp with time zone NOT NULL,
    submitted_by uuid NOT NULL,
    accepted_at timestamp with time zone,
    committed_at timestamp with time zone,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    ended_at timestamp with time zone,
    reopen_count integer NOT NULL,
    search tsvector GENERATED ALWAYS AS (to_tsvector('simple', title || ' ' || coalesce(description, ''))) STORED,
    CONSTRAINT pk_work_request PRIMARY KEY (id),
    CONSTRAINT ck_work_request_team CHECK (team_id IS NULL OR team_id <> '00000000-0000-0000-0000-000000000000')
);

CREATE INDEX ix_idempotent_answer_created_at ON idempotent_answer (created_at);

CREATE INDEX ix_import_created_at ON import (created_at) WHERE state IN ('Queued', 'Reading', 'Applying');

CREATE INDEX ix_inbox_message_received_at ON inbox_message (received_at);

CREATE INDEX ix_request_comment_request_id_id ON request_comment (request_id, id);

CREATE INDEX ix_request_history_request_id_at ON request_history (request_id, at);

CREATE INDEX ix_work_request_customer_id_submitted_at_id ON work_request (customer_id, submitted_at, id);

CREATE INDEX ix_work_request_duplicate_of_id ON work_request (duplicate_of_id) WHERE duplicate_of_id IS NOT NULL;

CREATE INDEX ix_work_request_ended_at ON work_request (ended_at) INCLUDE (finished_at, submitted_at) WHERE ended_at IS NOT NULL;

CREATE UNIQUE INDEX ix_work_request_number ON work_request (number);

CREATE INDEX ix_work_request_requester_id_submitted_at_id ON work_request (requester_id, submitted_at, id) WHERE requester_id IS NOT NULL;

CREATE INDEX ix_work_request_search ON work_request USING gin (search);

CREATE UNIQUE INDEX ix_work_request_source_external_reference ON work_request (source, external_reference) WHERE external_reference IS NOT NULL;

CREATE INDEX ix_work_request_status_submitted_at_id ON work_request (status, submitted_at, id) INCLUDE (customer_id, category, practice);

CREATE INDEX ix_work_request_submitted_at_id ON work_request (submitted_at, id);

CREATE INDEX ix_work_request_title ON work_request USING gin (title gin_trgm_ops) WHERE status IN ('Submitted', 'Triaged', 'Committed', 'InProgress');

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122201724_Initial', '10.0.11');

