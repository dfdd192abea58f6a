ALTER TABLE card ADD ai_assistance character varying(500);

ALTER TABLE card ADD archived_at timestamp with time zone;

ALTER TABLE card ADD open_parts integer NOT NULL DEFAULT 0;

ALTER TABLE card ADD tags text[] NOT NULL DEFAULT ('{}');

ALTER TABLE card ADD whole_id uuid;

CREATE TABLE absence (
    person_id uuid NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone,
    said_by uuid NOT NULL,
    CONSTRAINT pk_absence PRIMARY KEY (person_id)
);

CREATE TABLE attachment (
    id uuid NOT NULL,
    card_id uuid NOT NULL,
    url character varying(2000) NOT NULL,
    title character varying(200),
    added_at timestamp with time zone NOT NULL,
    added_by uuid NOT NULL,
    CONSTRAINT pk_attachment PRIMARY KEY (id),
    CONSTRAINT fk_attachment_card_card_id FOREIGN KEY (card_id) REFERENCES card (id) ON DELETE CASCADE
);

CREATE TABLE card_comment (
    id uuid NOT NULL,
    card_id uuid NOT NULL,
    text character varying(4000) NOT NULL,
    mentions uuid[] NOT NULL,
    written_at timestamp with time zone NOT NULL,
    written_by uuid NOT NULL,
    edited_at timestamp with time zone,
    removed_at timestamp with time zone,
    CONSTRAINT pk_card_comment PRIMARY KEY (id),
    CONSTRAINT fk_card_comment_card_card_id FOREIGN KEY (card_id) REFERENCES card (id) ON DELETE CASCADE
);

CREATE TABLE card_text (
    card_id uuid NOT NULL,
    board_id uuid NOT NULL,
    words tsvector NOT NULL,
    CONSTRAINT pk_card_text PRIMARY KEY (card_id),
    CONSTRAINT fk_card_text_card_card_id FOREIGN KEY (card_id) REFERENCES card (id) ON DELETE CASCADE
);

CREATE TABLE checklist_item (
    id uuid NOT NULL,
    card_id uuid NOT NULL,
    text character varying(300) NOT NULL,
    done_at timestamp with time zone,
    done_by uuid,
    CONSTRAINT pk_checklist_item PRIMARY KEY (id),
    CONSTRAINT fk_checklist_item_card_card_id FOREIGN KEY (card_id) REFERENCES card (id) ON DELETE CASCADE
);

CREATE TABLE watcher (
    person_id uuid NOT NULL,
    card_id uuid NOT NULL,
    since timestamp with time zone NOT NULL,
    CONSTRAINT pk_watcher PRIMARY KEY (person_id, card_id),
    CONSTRAINT fk_watcher_card_card_id FOREIGN KEY (card_id) REFERENCES card (id) ON DELETE CASCADE
);

CREATE INDEX ix_card_whole_id ON card (whole_id) WHERE whole_id IS NOT NULL;

CREATE INDEX ix_attachment_card_id ON attachment (card_id);

CREATE INDEX ix_card_comment_card_id_id ON card_comment (card_id, id);

CREATE INDEX ix_card_comment_mentions ON card_comment USING gin (mentions);

CREATE INDEX ix_card_text_board_id ON card_text (board_id);

CREATE INDEX ix_card_text_words ON card_text USING gin (words);

CREATE INDEX ix_checklist_item_card_id ON checklist_item (card_id);

CREATE INDEX ix_watcher_card_id ON watcher (card_id);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125131931_CardWork', '10.0.11');

