CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL,
    CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId")
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

CREATE TABLE notes (
    id uuid NOT NULL,
    text text NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_notes PRIMARY KEY (id)
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

CREATE TABLE people (
    person_id uuid NOT NULL,
    name text NOT NULL,
    changes integer NOT NULL,
    CONSTRAINT pk_people PRIMARY KEY (person_id)
);

CREATE INDEX ix_idempotent_answer_created_at ON idempotent_answer (created_at);

CREATE INDEX ix_inbox_message_received_at ON inbox_message (received_at);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122190038_Initial', '10.0.11');

