-- CreateTable
CREATE TABLE "AuditLink" (
    "eventId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "position" BIGINT NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditLink_pkey" PRIMARY KEY ("eventId")
);

-- CreateIndex
CREATE UNIQUE INDEX "AuditLink_organisationId_position_key" ON "AuditLink"("organisationId", "position");

-- AddForeignKey
ALTER TABLE "AuditLink" ADD CONSTRAINT "AuditLink_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "AuditEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditLink" ADD CONSTRAINT "AuditLink_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT etappi_protect('AuditLink');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AuditLink" FOR EACH ROW EXECUTE FUNCTION etappi_append_only();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON "AuditLink" FOR EACH STATEMENT EXECUTE FUNCTION etappi_append_only();

-- The text of a row that is hashed: always the same for the same row, whatever the settings of the connection.
CREATE FUNCTION etappi_audit_text(event "AuditEvent") RETURNS text LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(event.id, event."organisationId", to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    event."actorId", event."actorKind", event.action, event."right", event."subjectType", event."subjectId", event.source,
    event."requestId", event.result, event.data)::text
$$;

-- At the end of the transaction, when it waits for nothing else: whoever links for the same county waits for the one before
-- to be there, and nobody else for both. Runs with the rights of the tables' owner, since the application may not write links.
CREATE FUNCTION etappi_link_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE
  place bigint;
  before text;
  scope text := current_setting('etappi.scope', true);
BEGIN
  PERFORM set_config('etappi.scope', 'system', true);
  PERFORM pg_advisory_xact_lock(hashtextextended('etappi.audit.' || NEW."organisationId", 0));
  SELECT "position", hash INTO place, before FROM "AuditLink"
   WHERE "organisationId" = NEW."organisationId" ORDER BY "position" DESC LIMIT 1;
  before := coalesce(before, repeat('0', 64));
  INSERT INTO "AuditLink" ("eventId", "organisationId", "position", previous, hash)
  VALUES (NEW.id, NEW."organisationId", coalesce(place, 0) + 1, before,
    encode(sha256(convert_to(before || E'\n' || etappi_audit_text(NEW), 'UTF8')), 'hex'));
  PERFORM set_config('etappi.scope', coalesce(scope, ''), true);
  RETURN NULL;
END $$;

-- The owner of the tables is bound by row-level security, too, unless it is a superuser.
SELECT set_config('etappi.scope', 'system', false);

-- What was recorded until now, in the order it was recorded.
DO $$
DECLARE
  county uuid;
  event "AuditEvent";
  place bigint;
  before text;
BEGIN
  FOR county IN SELECT DISTINCT "organisationId" FROM "AuditEvent" LOOP
    place := 0;
    before := repeat('0', 64);
    FOR event IN SELECT * FROM "AuditEvent" WHERE "organisationId" = county ORDER BY at, id LOOP
      place := place + 1;
      INSERT INTO "AuditLink" ("eventId", "organisationId", "position", previous, hash)
      VALUES (event.id, county, place, before,
        encode(sha256(convert_to(before || E'\n' || etappi_audit_text(event), 'UTF8')), 'hex'))
      RETURNING hash INTO before;
    END LOOP;
  END LOOP;
END $$;

SELECT set_config('etappi.scope', '', false);

CREATE CONSTRAINT TRIGGER linked AFTER INSERT ON "AuditEvent" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION etappi_link_audit();
