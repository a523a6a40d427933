-- CreateEnum
CREATE TYPE "RetentionKind" AS ENUM ('project', 'files', 'working_copies', 'mails', 'sign_ins', 'personal_data');

-- CreateEnum
CREATE TYPE "RetentionStart" AS ENUM ('project_end', 'created');

-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "userId" UUID,
ALTER COLUMN "role" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "businessId" TEXT,
ADD COLUMN     "contactEmail" TEXT;

-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "resultsOpenedAt" TIMESTAMPTZ;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "guidesSeen" TEXT[],
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "RetentionRule" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "programmeId" UUID,
    "kind" "RetentionKind" NOT NULL,
    "start" "RetentionStart" NOT NULL,
    "years" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RetentionRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RetentionHold" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "kind" "RetentionKind",
    "reason" TEXT NOT NULL,
    "placedById" UUID NOT NULL,
    "placedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "liftedById" UUID,
    "liftedAt" TIMESTAMPTZ,
    "liftReason" TEXT,

    CONSTRAINT "RetentionHold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DestructionList" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "preparedById" UUID NOT NULL,
    "preparedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ,
    "isApproved" BOOLEAN,
    "decisionReason" TEXT,
    "carriedOutAt" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DestructionList_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DestructionItem" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "kind" "RetentionKind" NOT NULL,
    "projectId" UUID,
    "projectKey" TEXT,
    "title" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "dueOn" DATE NOT NULL,
    "basis" TEXT NOT NULL,
    "years" INTEGER NOT NULL,
    "leftOutReason" TEXT,
    "destroyedRows" INTEGER,
    "destroyedFiles" INTEGER,
    "destroyedAt" TIMESTAMPTZ,

    CONSTRAINT "DestructionItem_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RetentionRule_organisationId_idx" ON "RetentionRule"("organisationId");

-- CreateIndex
CREATE INDEX "RetentionRule_programmeId_idx" ON "RetentionRule"("programmeId");

-- CreateIndex
CREATE INDEX "RetentionHold_organisationId_idx" ON "RetentionHold"("organisationId");

-- CreateIndex
CREATE INDEX "RetentionHold_projectId_idx" ON "RetentionHold"("projectId");

-- CreateIndex
CREATE INDEX "RetentionHold_placedById_idx" ON "RetentionHold"("placedById");

-- CreateIndex
CREATE INDEX "RetentionHold_liftedById_idx" ON "RetentionHold"("liftedById");

-- CreateIndex
CREATE INDEX "DestructionList_organisationId_idx" ON "DestructionList"("organisationId");

-- CreateIndex
CREATE INDEX "DestructionList_preparedById_idx" ON "DestructionList"("preparedById");

-- CreateIndex
CREATE INDEX "DestructionList_decidedById_idx" ON "DestructionList"("decidedById");

-- CreateIndex
CREATE INDEX "DestructionItem_organisationId_idx" ON "DestructionItem"("organisationId");

-- CreateIndex
CREATE INDEX "DestructionItem_listId_idx" ON "DestructionItem"("listId");

-- CreateIndex
CREATE INDEX "Invitation_userId_idx" ON "Invitation"("userId");

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RetentionRule" ADD CONSTRAINT "RetentionRule_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RetentionRule" ADD CONSTRAINT "RetentionRule_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RetentionHold" ADD CONSTRAINT "RetentionHold_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RetentionHold" ADD CONSTRAINT "RetentionHold_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RetentionHold" ADD CONSTRAINT "RetentionHold_placedById_fkey" FOREIGN KEY ("placedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RetentionHold" ADD CONSTRAINT "RetentionHold_liftedById_fkey" FOREIGN KEY ("liftedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DestructionList" ADD CONSTRAINT "DestructionList_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DestructionList" ADD CONSTRAINT "DestructionList_preparedById_fkey" FOREIGN KEY ("preparedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DestructionList" ADD CONSTRAINT "DestructionList_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DestructionItem" ADD CONSTRAINT "DestructionItem_listId_fkey" FOREIGN KEY ("listId") REFERENCES "DestructionList"("id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT etappi_protect(new_table) FROM unnest(ARRAY[
  'RetentionRule', 'RetentionHold', 'DestructionList', 'DestructionItem'
]) AS new_table;
SELECT etappi_tie('Invitation');

-- A link opens the account of a person of its county, or makes an account with a role.
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_for_somebody"
  CHECK (CASE WHEN "userId" IS NULL THEN "role" IS NOT NULL ELSE "organisationId" IS NOT NULL END);

-- What a county may set of itself; who is a county, and what it is called, stays the system's.
CREATE OR REPLACE FUNCTION etappi_looks_only() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own text[] := ARRAY['brandColour', 'accentColour', 'logoFileId', 'logoAlt', 'settingsVersion', 'roleLabels', 'regionCode',
    'businessId', 'contactEmail'];
BEGIN
  IF etappi_scope() <> 'system' THEN
    IF (to_jsonb(NEW) - own) <> (to_jsonb(OLD) - own) THEN
      RAISE EXCEPTION 'etappi: only the looks of a county are its own to change' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW."logoFileId" IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "StoredFile" f WHERE f.id = NEW."logoFileId" AND f."organisationId" = NEW.id) THEN
      RAISE EXCEPTION 'etappi: Organisation.logoFileId points outside its organisation' USING ERRCODE = 'foreign_key_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;

-- Retention. A rule has a reason outside Etappi, a hold one inside; two persons stand behind a destruction.
ALTER TABLE "RetentionRule" ADD CONSTRAINT "RetentionRule_years" CHECK ("years" BETWEEN 0 AND 150);
ALTER TABLE "RetentionRule" ADD CONSTRAINT "RetentionRule_has_basis" CHECK ("basis" ~ '\S');
ALTER TABLE "RetentionRule" ADD CONSTRAINT "RetentionRule_start_fits"
  CHECK ("start" <> 'project_end' OR "kind" NOT IN ('mails', 'sign_ins'));
ALTER TABLE "RetentionRule" ADD CONSTRAINT "RetentionRule_programme_fits"
  CHECK ("programmeId" IS NULL OR "kind" NOT IN ('mails', 'sign_ins'));
ALTER TABLE "RetentionRule" ADD CONSTRAINT "RetentionRule_once" EXCLUDE USING btree
  ("organisationId" WITH =, coalesce("programmeId", '00000000-0000-0000-0000-000000000000'::uuid) WITH =, "kind" WITH =);
ALTER TABLE "RetentionHold" ADD CONSTRAINT "RetentionHold_has_reason" CHECK ("reason" ~ '\S');
ALTER TABLE "RetentionHold" ADD CONSTRAINT "RetentionHold_lifted_wholly"
  CHECK (("liftedById" IS NULL) = ("liftedAt" IS NULL) AND ("liftedAt" IS NULL) = (coalesce("liftReason", '') !~ '\S'));
ALTER TABLE "DestructionList" ADD CONSTRAINT "DestructionList_two_persons" CHECK ("decidedById" <> "preparedById");
ALTER TABLE "DestructionList" ADD CONSTRAINT "DestructionList_decided_wholly"
  CHECK (("decidedById" IS NULL) = ("decidedAt" IS NULL) AND ("decidedAt" IS NULL) = ("isApproved" IS NULL));
ALTER TABLE "DestructionList" ADD CONSTRAINT "DestructionList_refused_with_reason"
  CHECK (coalesce("isApproved", true) OR coalesce("decisionReason", '') ~ '\S');
ALTER TABLE "DestructionList" ADD CONSTRAINT "DestructionList_approved_first"
  CHECK ("carriedOutAt" IS NULL OR coalesce("isApproved", false));
ALTER TABLE "DestructionItem" ADD CONSTRAINT "DestructionItem_left_out_stays"
  CHECK ("leftOutReason" IS NULL OR ("destroyedAt" IS NULL AND "leftOutReason" ~ '\S'));
ALTER TABLE "DestructionItem" ADD CONSTRAINT "DestructionItem_destroyed_wholly"
  CHECK (("destroyedAt" IS NULL) = ("destroyedRows" IS NULL) AND ("destroyedAt" IS NULL) = ("destroyedFiles" IS NULL));

-- The record of a destruction stays as it is.
CREATE FUNCTION etappi_destruction_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  list_id uuid := CASE WHEN TG_TABLE_NAME = 'DestructionList' THEN to_jsonb(OLD) ->> 'id' ELSE to_jsonb(OLD) ->> 'listId' END;
BEGIN
  IF EXISTS (SELECT 1 FROM "DestructionList" l WHERE l.id = list_id AND l."carriedOutAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'etappi: a record of destruction stays' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER destruction_stays BEFORE UPDATE OR DELETE ON "DestructionList"
  FOR EACH ROW EXECUTE FUNCTION etappi_destruction_stays();
CREATE TRIGGER destruction_stays BEFORE UPDATE OR DELETE ON "DestructionItem"
  FOR EACH ROW EXECUTE FUNCTION etappi_destruction_stays();

-- What is append-only leaves with its whole project, and only by a list that two persons stand behind, that is being carried
-- out now, and against which no hold of the project stands. The audit log never leaves.
CREATE OR REPLACE FUNCTION etappi_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  list_id uuid := nullif(current_setting('etappi.destruction', true), '')::uuid;
  gone jsonb;
BEGIN
  IF TG_OP = 'DELETE' AND list_id IS NOT NULL AND TG_TABLE_NAME NOT IN ('AuditEvent', 'AuditLink') THEN
    gone := to_jsonb(OLD);
    IF EXISTS (
      SELECT 1 FROM "DestructionList" l JOIN "DestructionItem" i ON i."listId" = l.id
       WHERE l.id = list_id AND l."isApproved" AND l."carriedOutAt" IS NULL
         AND l."organisationId" = (gone ->> 'organisationId')::uuid
         AND i."kind" = 'project' AND i."leftOutReason" IS NULL AND i."destroyedAt" IS NULL
         AND i."projectId" = coalesce((gone ->> 'projectId')::uuid, i."projectId")
         AND NOT EXISTS (SELECT 1 FROM "RetentionHold" h WHERE h."projectId" = i."projectId" AND h."liftedAt" IS NULL)
    ) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'etappi: % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
