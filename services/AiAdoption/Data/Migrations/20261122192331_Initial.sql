CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL,
    CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId")
);

CREATE TABLE daily_usage (
    pseudonym uuid NOT NULL,
    day date NOT NULL,
    tool character varying(80) NOT NULL,
    acts integer NOT NULL,
    exposures integer NOT NULL,
    CONSTRAINT pk_daily_usage PRIMARY KEY (pseudonym, day, tool)
);

CREATE TABLE group_members (
    team_id uuid NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT pk_group_members PRIMARY KEY (team_id, person_id)
);

CREATE TABLE groups (
    team_id uuid NOT NULL,
    version bigint NOT NULL,
    name character varying(200) NOT NULL,
    function character varying(100),
    CONSTRAINT pk_groups PRIMARY KEY (team_id)
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
    version bigint NOT NULL,
    email character varying(320) NOT NULL,
    is_active boolean NOT NULL,
    CONSTRAINT pk_people PRIMARY KEY (person_id)
);

CREATE TABLE pseudonym_keys (
    id integer NOT NULL,
    secret bytea NOT NULL,
    CONSTRAINT pk_pseudonym_keys PRIMARY KEY (id)
);

CREATE TABLE released_figures (
    period_end date NOT NULL,
    figure character varying(40) NOT NULL,
    "group" character varying(60) NOT NULL,
    members uuid[] NOT NULL,
    value integer,
    reason character varying(40),
    CONSTRAINT pk_released_figures PRIMARY KEY (period_end, figure, "group")
);

CREATE TABLE seats (
    pseudonym uuid NOT NULL,
    tool character varying(80) NOT NULL,
    assigned_on date NOT NULL,
    CONSTRAINT pk_seats PRIMARY KEY (pseudonym, tool)
);

CREATE TABLE usage_events (
    event_id character varying(200) NOT NULL,
    pseudonym uuid NOT NULL,
    day date NOT NULL,
    CONSTRAINT pk_usage_events PRIMARY KEY (event_id)
);

CREATE INDEX ix_idempotent_answer_created_at ON idempotent_answer (created_at);

CREATE INDEX ix_inbox_message_received_at ON inbox_message (received_at);

CREATE INDEX ix_people_email ON people (email);

CREATE INDEX ix_usage_events_day ON usage_events (day);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122192331_Initial', '10.0.11');

