-- CreateEnum
CREATE TYPE "PlanChangeEventType" AS ENUM ('proposed', 'edited', 'taken_up', 'decided', 'put_in_force', 'rejected');

-- CreateEnum
CREATE TYPE "DnshKind" AS ENUM ('self_assessment', 'authority_assessment');

-- CreateEnum
CREATE TYPE "MitigationState" AS ENUM ('planned', 'in_progress', 'done');

-- AlterTable
ALTER TABLE "Actual" ADD COLUMN     "amountAsWritten" TEXT,
ADD COLUMN     "sort" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "AgendaItem" ADD COLUMN     "bodyId" UUID,
ADD COLUMN     "planChangeId" UUID,
ADD COLUMN     "presenterName" TEXT,
ADD COLUMN     "presenterRole" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "workPackageId" UUID,
ADD COLUMN     "year" INTEGER;

-- AlterTable
ALTER TABLE "Attendance" ADD COLUMN     "name" TEXT;

-- AlterTable
ALTER TABLE "BudgetLine" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "BudgetTable" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "CommunicationItem" ADD COLUMN     "happenedOn" DATE,
ADD COLUMN     "periodId" UUID,
ADD COLUMN     "url" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "CommunicationRow" ADD COLUMN     "aim" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "decidedOn" DATE,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "DecisionSubject" ADD COLUMN     "sectionId" UUID;

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "addedById" UUID,
ADD COLUMN     "note" TEXT;

-- AlterTable
ALTER TABLE "Forecast" ADD COLUMN     "amountAsWritten" TEXT,
ADD COLUMN     "asOf" DATE,
ADD COLUMN     "sort" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "IndicatorTarget" ADD COLUMN     "reachedById" UUID,
ADD COLUMN     "reachedNote" TEXT,
ADD COLUMN     "reachedOn" DATE;

-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "approvedAt" TIMESTAMPTZ,
ADD COLUMN     "approvedById" UUID,
ADD COLUMN     "chairRole" TEXT,
ADD COLUMN     "checkedAt" TIMESTAMPTZ,
ADD COLUMN     "checkedById" UUID,
ADD COLUMN     "periodId" UUID,
ADD COLUMN     "secretaryRole" TEXT,
ADD COLUMN     "sort" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "accentColour" TEXT,
ADD COLUMN     "brandColour" TEXT,
ADD COLUMN     "logoAlt" TEXT,
ADD COLUMN     "logoFileId" UUID,
ADD COLUMN     "settingsVersion" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "PlanChange" ADD COLUMN     "inForceFrom" DATE,
ADD COLUMN     "rejectedReason" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "PlanChangeDecision" ADD COLUMN     "decidedOn" DATE,
ADD COLUMN     "decisionId" UUID,
ADD COLUMN     "note" TEXT;

-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "retentionNote" TEXT,
ADD COLUMN     "retentionUntil" DATE,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "website" TEXT;

-- AlterTable
ALTER TABLE "Purchase" ADD COLUMN     "caseNumber" TEXT,
ADD COLUMN     "contractOn" DATE,
ADD COLUMN     "decidedOn" DATE,
ADD COLUMN     "decisionText" TEXT,
ADD COLUMN     "isSmall" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "PurchaseContractor" ADD COLUMN     "sort" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Reservation" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Risk" ADD COLUMN     "closedReason" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "workPackageId" UUID;

-- AlterTable
ALTER TABLE "RiskAssessment" ADD COLUMN     "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "impactAfter" INTEGER,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "probabilityAfter" INTEGER,
ADD COLUMN     "recordedById" UUID;

-- AlterTable
ALTER TABLE "RiskMitigation" ADD COLUMN     "dueOn" DATE,
ADD COLUMN     "ownerRole" TEXT,
ADD COLUMN     "state" "MitigationState";

-- AlterTable
ALTER TABLE "Snapshot" ADD COLUMN "code" TEXT NOT NULL GENERATED ALWAYS AS (substr(md5((id)::text), 1, 10)) STORED;

-- AlterTable
ALTER TABLE "SteeringBody" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Toimintamalli" ADD COLUMN     "takenIntoUse" "UseState",
ADD COLUMN     "titleTag" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "FundingShare" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "budgetLineId" UUID,
    "purchaseId" UUID,
    "source" "FundingSource" NOT NULL,
    "percent" DECIMAL(5,2) NOT NULL,
    "note" TEXT,

    CONSTRAINT "FundingShare_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActualPaste" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "periodId" UUID,
    "text" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "madeById" UUID,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "takenAt" TIMESTAMPTZ,
    "rowCount" INTEGER,

    CONSTRAINT "ActualPaste_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgendaAttachment" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "agendaItemId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "fileId" UUID,
    "url" TEXT,
    "snapshotId" UUID,
    "page" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "AgendaAttachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionPoint" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "agendaItemId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "responsibleRole" TEXT,
    "dueOn" DATE,
    "doneOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "ActionPoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanChangeEvent" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "planChangeId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" "PlanChangeEventType" NOT NULL,
    "actorId" UUID,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "note" TEXT,

    CONSTRAINT "PlanChangeEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanChangeEffect" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "planChangeId" UUID NOT NULL,
    "investmentId" UUID,
    "workPackageId" UUID,
    "year" INTEGER,
    "costType" TEXT,
    "oldAmount" DECIMAL(14,2),
    "newAmount" DECIMAL(14,2),
    "sort" INTEGER NOT NULL,

    CONSTRAINT "PlanChangeEffect_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectDocument" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'other',
    "url" TEXT,
    "fileId" UUID,
    "caseNumber" TEXT,
    "datedOn" DATE,
    "addedById" UUID,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "ProjectDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectLink" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "linkedId" UUID,
    "name" TEXT,
    "url" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'other',
    "note" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "ProjectLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DnshRecord" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "kind" "DnshKind" NOT NULL,
    "text" TEXT NOT NULL,
    "assessedOn" DATE NOT NULL,
    "reviewOn" DATE,
    "fileId" UUID,
    "url" TEXT,
    "recordedById" UUID,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DnshRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DoubleFundingDeclaration" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "signedById" UUID NOT NULL,
    "signedName" TEXT NOT NULL,
    "signedRole" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DoubleFundingDeclaration_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FundingShare_projectId_idx" ON "FundingShare"("projectId");

-- CreateIndex
CREATE INDEX "FundingShare_budgetLineId_idx" ON "FundingShare"("budgetLineId");

-- CreateIndex
CREATE INDEX "FundingShare_purchaseId_idx" ON "FundingShare"("purchaseId");

-- CreateIndex
CREATE INDEX "ActualPaste_projectId_idx" ON "ActualPaste"("projectId");

-- CreateIndex
CREATE INDEX "AgendaAttachment_agendaItemId_idx" ON "AgendaAttachment"("agendaItemId");

-- CreateIndex
CREATE INDEX "ActionPoint_agendaItemId_idx" ON "ActionPoint"("agendaItemId");

-- CreateIndex
CREATE UNIQUE INDEX "PlanChangeEvent_planChangeId_seq_key" ON "PlanChangeEvent"("planChangeId", "seq");

-- CreateIndex
CREATE INDEX "PlanChangeEffect_planChangeId_idx" ON "PlanChangeEffect"("planChangeId");

-- CreateIndex
CREATE INDEX "ProjectDocument_projectId_idx" ON "ProjectDocument"("projectId");

-- CreateIndex
CREATE INDEX "ProjectLink_projectId_idx" ON "ProjectLink"("projectId");

-- CreateIndex
CREATE INDEX "DnshRecord_projectId_idx" ON "DnshRecord"("projectId");

-- CreateIndex
CREATE INDEX "DoubleFundingDeclaration_projectId_idx" ON "DoubleFundingDeclaration"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "AgendaItem_bodyId_year_number_key" ON "AgendaItem"("bodyId", "year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Snapshot_code_key" ON "Snapshot"("code");

-- AddForeignKey
ALTER TABLE "CommunicationItem" ADD CONSTRAINT "CommunicationItem_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActualPaste" ADD CONSTRAINT "ActualPaste_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActualPaste" ADD CONSTRAINT "ActualPaste_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActualPaste" ADD CONSTRAINT "ActualPaste_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FundingShare" ADD CONSTRAINT "FundingShare_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FundingShare" ADD CONSTRAINT "FundingShare_budgetLineId_fkey" FOREIGN KEY ("budgetLineId") REFERENCES "BudgetLine"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FundingShare" ADD CONSTRAINT "FundingShare_purchaseId_fkey" FOREIGN KEY ("purchaseId") REFERENCES "Purchase"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorTarget" ADD CONSTRAINT "IndicatorTarget_reachedById_fkey" FOREIGN KEY ("reachedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_checkedById_fkey" FOREIGN KEY ("checkedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_approvedById_fkey" FOREIGN KEY ("approvedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "SteeringBody"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_planChangeId_fkey" FOREIGN KEY ("planChangeId") REFERENCES "PlanChange"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionSubject" ADD CONSTRAINT "DecisionSubject_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "FinalReportSection"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaAttachment" ADD CONSTRAINT "AgendaAttachment_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaAttachment" ADD CONSTRAINT "AgendaAttachment_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaAttachment" ADD CONSTRAINT "AgendaAttachment_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionPoint" ADD CONSTRAINT "ActionPoint_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_logoFileId_fkey" FOREIGN KEY ("logoFileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanChangeDecision" ADD CONSTRAINT "PlanChangeDecision_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanChangeEvent" ADD CONSTRAINT "PlanChangeEvent_planChangeId_fkey" FOREIGN KEY ("planChangeId") REFERENCES "PlanChange"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanChangeEvent" ADD CONSTRAINT "PlanChangeEvent_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanChangeEffect" ADD CONSTRAINT "PlanChangeEffect_planChangeId_fkey" FOREIGN KEY ("planChangeId") REFERENCES "PlanChange"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanChangeEffect" ADD CONSTRAINT "PlanChangeEffect_investmentId_fkey" FOREIGN KEY ("investmentId") REFERENCES "Investment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanChangeEffect" ADD CONSTRAINT "PlanChangeEffect_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectDocument" ADD CONSTRAINT "ProjectDocument_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectDocument" ADD CONSTRAINT "ProjectDocument_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectDocument" ADD CONSTRAINT "ProjectDocument_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectLink" ADD CONSTRAINT "ProjectLink_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectLink" ADD CONSTRAINT "ProjectLink_linkedId_fkey" FOREIGN KEY ("linkedId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DnshRecord" ADD CONSTRAINT "DnshRecord_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DnshRecord" ADD CONSTRAINT "DnshRecord_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DnshRecord" ADD CONSTRAINT "DnshRecord_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoubleFundingDeclaration" ADD CONSTRAINT "DoubleFundingDeclaration_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoubleFundingDeclaration" ADD CONSTRAINT "DoubleFundingDeclaration_signedById_fkey" FOREIGN KEY ("signedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskAssessment" ADD CONSTRAINT "RiskAssessment_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Both walls for the new tables, and the tie of references that known tables have gained.
SELECT etappi_protect(new_table) FROM unnest(ARRAY[
  'ProjectDocument', 'ProjectLink', 'DnshRecord', 'DoubleFundingDeclaration', 'FundingShare', 'ActualPaste', 'PlanChangeEvent',
  'PlanChangeEffect', 'AgendaAttachment', 'ActionPoint'
]) AS new_table;
SELECT etappi_tie(changed_table) FROM unnest(ARRAY[
  'Risk', 'RiskAssessment', 'PlanChangeDecision', 'CommunicationItem', 'Meeting', 'AgendaItem', 'DecisionSubject',
  'IndicatorTarget', 'Evidence'
]) AS changed_table;

-- A county's administrator may set the looks of its files; who is a county, and what it is called, stays the system's.
CREATE POLICY own_looks ON "Organisation" FOR UPDATE
  USING (id = (SELECT etappi_organisation()) AND (SELECT etappi_scope()) = 'county')
  WITH CHECK (id = (SELECT etappi_organisation()));
CREATE FUNCTION etappi_looks_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF etappi_scope() <> 'system' THEN
    IF (to_jsonb(NEW) - ARRAY['brandColour', 'accentColour', 'logoFileId', 'logoAlt', 'settingsVersion'])
       <> (to_jsonb(OLD) - ARRAY['brandColour', 'accentColour', 'logoFileId', 'logoAlt', 'settingsVersion']) THEN
      RAISE EXCEPTION 'etappi: only the looks of a county are its own to change' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW."logoFileId" IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "StoredFile" f WHERE f.id = NEW."logoFileId" AND f."organisationId" = NEW.id) THEN
      RAISE EXCEPTION 'etappi: Organisation.logoFileId points outside its organisation' USING ERRCODE = 'foreign_key_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER looks_only BEFORE UPDATE ON "Organisation" FOR EACH ROW EXECUTE FUNCTION etappi_looks_only();
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_colours_are_colours"
  CHECK (coalesce("brandColour" ~ '^#[0-9a-f]{6}$', true) AND coalesce("accentColour" ~ '^#[0-9a-f]{6}$', true));
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_logo_is_told" CHECK ("logoFileId" IS NULL OR coalesce("logoAlt", '') ~ '\S');

-- What was signed, and how a change of the plan came to be, is never written over.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "DoubleFundingDeclaration" FOR EACH ROW EXECUTE FUNCTION etappi_append_only();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON "DoubleFundingDeclaration" FOR EACH STATEMENT EXECUTE FUNCTION etappi_append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "DnshRecord" FOR EACH ROW EXECUTE FUNCTION etappi_append_only();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON "DnshRecord" FOR EACH STATEMENT EXECUTE FUNCTION etappi_append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "PlanChangeEvent" FOR EACH ROW EXECUTE FUNCTION etappi_append_only();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON "PlanChangeEvent" FOR EACH STATEMENT EXECUTE FUNCTION etappi_append_only();
ALTER TABLE "PlanChangeEvent" ADD CONSTRAINT "PlanChangeEvent_reason_where_needed"
  CHECK ("type" <> 'rejected' OR coalesce("note", '') ~ '\S');

-- Double funding: the shares of one cost are never more than the whole. Writers of one cost wait for each other.
ALTER TABLE "FundingShare" ADD CONSTRAINT "FundingShare_percent" CHECK ("percent" > 0 AND "percent" <= 100);
ALTER TABLE "FundingShare" ADD CONSTRAINT "FundingShare_one_cost" CHECK (num_nonnulls("budgetLineId", "purchaseId") <= 1);
ALTER TABLE "FundingShare" ADD CONSTRAINT "FundingShare_source_once" EXCLUDE USING btree (
  "projectId" WITH =, coalesce("budgetLineId", '00000000-0000-0000-0000-000000000000'::uuid) WITH =,
  coalesce("purchaseId", '00000000-0000-0000-0000-000000000000'::uuid) WITH =, "source" WITH =);
CREATE FUNCTION etappi_shares_of_one_cost() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'shares', NEW."projectId", NEW."budgetLineId", NEW."purchaseId"), 0));
  IF (SELECT sum(s."percent") FROM "FundingShare" s
       WHERE s."projectId" = NEW."projectId" AND s."budgetLineId" IS NOT DISTINCT FROM NEW."budgetLineId"
         AND s."purchaseId" IS NOT DISTINCT FROM NEW."purchaseId") > 100 THEN
    RAISE EXCEPTION 'etappi: funding shares of one cost exceed 100,00 %%'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'FundingShare_at_most_whole';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER at_most_whole AFTER INSERT OR UPDATE ON "FundingShare"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION etappi_shares_of_one_cost();

ALTER TABLE "RiskAssessment" ADD CONSTRAINT "RiskAssessment_scale_after"
  CHECK (coalesce("probabilityAfter" BETWEEN 1 AND 5, true) AND coalesce("impactAfter" BETWEEN 1 AND 5, true));
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_number_positive" CHECK ("number" > 0);
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_numbered_in_a_year" CHECK (("bodyId" IS NULL) = ("year" IS NULL));
ALTER TABLE "AgendaAttachment" ADD CONSTRAINT "AgendaAttachment_one_thing" CHECK (num_nonnulls("fileId", "url", "snapshotId") = 1);
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_state_has_its_person"
  CHECK (("checkedById" IS NULL OR "checkedAt" IS NOT NULL) AND ("approvedById" IS NULL OR "approvedAt" IS NOT NULL));
ALTER TABLE "ProjectDocument" ADD CONSTRAINT "ProjectDocument_points_at_something" CHECK ("url" IS NOT NULL OR "fileId" IS NOT NULL);
ALTER TABLE "ProjectLink" ADD CONSTRAINT "ProjectLink_points_at_something"
  CHECK ("linkedId" IS NOT NULL OR coalesce("name", '') ~ '\S');
ALTER TABLE "ProjectLink" ADD CONSTRAINT "ProjectLink_not_itself" CHECK ("linkedId" IS DISTINCT FROM "projectId");

ALTER TABLE "DecisionSubject" DROP CONSTRAINT "DecisionSubject_one_subject";
ALTER TABLE "DecisionSubject" ADD CONSTRAINT "DecisionSubject_one_subject" CHECK (
  num_nonnulls("workPackageId", "toimintamalliId", "investmentId", "purchaseId", "planChangeId", "sectionId") = 1);

-- A target is not reached without something that shows it. Looked at when the transaction ends: mark and evidence may come together.
CREATE FUNCTION etappi_reached_is_shown() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  target uuid;
BEGIN
  IF TG_TABLE_NAME = 'Evidence' THEN target := OLD."targetId"; ELSE target := NEW.id; END IF;
  IF target IS NOT NULL
     AND EXISTS (SELECT 1 FROM "IndicatorTarget" t WHERE t.id = target AND t."reachedOn" IS NOT NULL)
     AND NOT EXISTS (SELECT 1 FROM "Evidence" e WHERE e."targetId" = target) THEN
    RAISE EXCEPTION 'etappi: a target is marked reached without evidence'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'IndicatorTarget_reached_is_shown';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER reached_is_shown AFTER INSERT OR UPDATE OF "reachedOn" ON "IndicatorTarget"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."reachedOn" IS NOT NULL) EXECUTE FUNCTION etappi_reached_is_shown();
CREATE CONSTRAINT TRIGGER reached_is_shown AFTER DELETE OR UPDATE OF "targetId" ON "Evidence"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD."targetId" IS NOT NULL) EXECUTE FUNCTION etappi_reached_is_shown();
