CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE experiment (
    id uuid NOT NULL,
    board_id uuid NOT NULL,
    hypothesis character varying(1000) NOT NULL,
    metric character varying(40) NOT NULL,
    direction character varying(40) NOT NULL,
    smallest_effect double precision NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    base_version integer NOT NULL,
    patch_version integer NOT NULL,
    base_digest character varying(64) NOT NULL,
    patch_digest character varying(64) NOT NULL,
    started_by uuid NOT NULL,
    status character varying(40) NOT NULL,
    reason character varying(1000),
    decided_at timestamp with time zone,
    decided_by uuid,
    decided_on jsonb,
    CONSTRAINT pk_experiment PRIMARY KEY (id),
    CONSTRAINT ck_experiment_decided CHECK ((status = 'Running') = (decided_at IS NULL)),
    CONSTRAINT fk_experiment_board_board_id FOREIGN KEY (board_id) REFERENCES board (id) ON DELETE CASCADE
);

CREATE TABLE flow_block (
    board_id uuid NOT NULL,
    month integer NOT NULL,
    category character varying(40) NOT NULL,
    class_of_service character varying(40) NOT NULL,
    furthest uuid NOT NULL,
    is_finished boolean NOT NULL,
    items integer NOT NULL,
    stamp bigint NOT NULL,
    CONSTRAINT pk_flow_block PRIMARY KEY (board_id, month, category, class_of_service, furthest, is_finished)
);

CREATE TABLE flow_item (
    card_id uuid NOT NULL,
    board_id uuid NOT NULL,
    key character varying(60) NOT NULL,
    category character varying(40) NOT NULL,
    class_of_service character varying(40) NOT NULL,
    outcome_id uuid,
    accepted_at timestamp with time zone NOT NULL,
    committed_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    abandoned_at timestamp with time zone,
    reopen_count integer NOT NULL,
    ended_month integer,
    furthest uuid,
    stay_columns uuid[] NOT NULL,
    stay_at bigint[] NOT NULL,
    causes text[] NOT NULL,
    cause_ticks bigint[] NOT NULL,
    blocked_reasons text[] NOT NULL,
    blocked_from bigint[] NOT NULL,
    blocked_to bigint[] NOT NULL,
    holders uuid[] NOT NULL,
    held_from bigint[] NOT NULL,
    held_to bigint[] NOT NULL,
    lived tstzrange GENERATED ALWAYS AS (tstzrange(least(committed_at, coalesce(finished_at, abandoned_at)), coalesce(finished_at, abandoned_at), '(]')) STORED NOT NULL,
    CONSTRAINT pk_flow_item PRIMARY KEY (card_id)
);

CREATE TABLE flow_progress (
    board_id uuid NOT NULL,
    sequence bigint NOT NULL,
    CONSTRAINT pk_flow_progress PRIMARY KEY (board_id)
);

CREATE INDEX ix_experiment_board_id_id ON experiment (board_id, id);

CREATE INDEX ix_flow_item_board_id_ended_month ON flow_item (board_id, ended_month);

CREATE INDEX ix_flow_item_board_id_lived ON flow_item USING gist (board_id, lived);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125115006_Measures', '10.0.11');

