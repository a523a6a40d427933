-- CreateEnum
CREATE TYPE "FinalReportEventType" AS ENUM ('checked', 'returned', 'approved', 'decided', 'frozen', 'sent', 'correction_opened');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "BindingSource" ADD VALUE 'work_package';
ALTER TYPE "BindingSource" ADD VALUE 'toimintamalli';
ALTER TYPE "BindingSource" ADD VALUE 'decision';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "BlockType" ADD VALUE 'heading';
ALTER TYPE "BlockType" ADD VALUE 'breakdown_table';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "FinalReportState" ADD VALUE 'decided';
ALTER TYPE "FinalReportState" ADD VALUE 'sent';

-- AlterTable
ALTER TABLE "BlockBinding" ADD COLUMN     "decisionId" UUID,
ADD COLUMN     "toimintamalliId" UUID,
ADD COLUMN     "workPackageId" UUID;

-- AlterTable
ALTER TABLE "FinalReport" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "FinalReportAttachment" ADD COLUMN     "sectionId" UUID;

-- AlterTable
ALTER TABLE "FinalReportBlock" ADD COLUMN     "fileId" UUID,
ADD COLUMN     "fromPath" TEXT,
ADD COLUMN     "fromReportId" UUID;

-- AlterTable
ALTER TABLE "FinalReportSection" ADD COLUMN     "showsSectionId" UUID,
ADD COLUMN     "toimintamalliId" UUID,
ADD COLUMN     "updatedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "updatedById" UUID;

-- AlterTable
ALTER TABLE "ReportTemplate" ADD COLUMN     "basisId" UUID,
ADD COLUMN     "ownerId" UUID;

-- AlterTable
ALTER TABLE "ReportTemplateSection" ADD COLUMN     "showsKey" TEXT;

-- AlterTable
ALTER TABLE "ReportTemplateVersion" ADD COLUMN     "edits" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "publishedAt" TIMESTAMPTZ;

-- AlterTable
ALTER TABLE "Risk" ADD COLUMN     "raisedOn" DATE;

-- CreateTable
CREATE TABLE "ReportTemplatePrompt" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "kind" "SectionKind",
    "placeKey" TEXT,
    "key" TEXT NOT NULL,
    "textFi" TEXT NOT NULL,
    "textSv" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "ReportTemplatePrompt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FinalReportEvent" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" "FinalReportEventType" NOT NULL,
    "actorId" UUID,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT,
    "decisionId" UUID,

    CONSTRAINT "FinalReportEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FinalReportEdition" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "reason" TEXT,
    "frozenAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "frozenById" UUID,
    "body" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "FinalReportEdition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FindingAcceptance" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "findingKey" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "acceptedById" UUID,
    "acceptedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ,

    CONSTRAINT "FindingAcceptance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportImport" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "takenAt" TIMESTAMPTZ,

    CONSTRAINT "ReportImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SectionCopy" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "sectionId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "actorId" UUID,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "change" TEXT NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "SectionCopy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SectionPresence" (
    "organisationId" UUID NOT NULL,
    "sectionId" UUID NOT NULL,
    "tab" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "seenAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SectionPresence_pkey" PRIMARY KEY ("sectionId","tab")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReportTemplatePrompt_versionId_key_key" ON "ReportTemplatePrompt"("versionId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "FinalReportEvent_reportId_seq_key" ON "FinalReportEvent"("reportId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "FinalReportEdition_reportId_number_key" ON "FinalReportEdition"("reportId", "number");

-- CreateIndex
CREATE INDEX "FindingAcceptance_reportId_idx" ON "FindingAcceptance"("reportId");

-- CreateIndex
CREATE INDEX "ReportImport_reportId_idx" ON "ReportImport"("reportId");

-- CreateIndex
CREATE UNIQUE INDEX "SectionCopy_sectionId_version_key" ON "SectionCopy"("sectionId", "version");

-- CreateIndex
CREATE INDEX "ReportTemplate_ownerId_idx" ON "ReportTemplate"("ownerId");

-- AddForeignKey
ALTER TABLE "ReportTemplate" ADD CONSTRAINT "ReportTemplate_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportTemplate" ADD CONSTRAINT "ReportTemplate_basisId_fkey" FOREIGN KEY ("basisId") REFERENCES "ReportTemplate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportTemplatePrompt" ADD CONSTRAINT "ReportTemplatePrompt_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ReportTemplateVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinalReportEvent" ADD CONSTRAINT "FinalReportEvent_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "FinalReport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinalReportEvent" ADD CONSTRAINT "FinalReportEvent_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinalReportEvent" ADD CONSTRAINT "FinalReportEvent_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinalReportEdition" ADD CONSTRAINT "FinalReportEdition_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "FinalReport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinalReportEdition" ADD CONSTRAINT "FinalReportEdition_frozenById_fkey" FOREIGN KEY ("frozenById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingAcceptance" ADD CONSTRAINT "FindingAcceptance_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "FinalReport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingAcceptance" ADD CONSTRAINT "FindingAcceptance_acceptedById_fkey" FOREIGN KEY ("acceptedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportImport" ADD CONSTRAINT "ReportImport_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "FinalReport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportImport" ADD CONSTRAINT "ReportImport_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportImport" ADD CONSTRAINT "ReportImport_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinalReportSection" ADD CONSTRAINT "FinalReportSection_showsSectionId_fkey" FOREIGN KEY ("showsSectionId") REFERENCES "FinalReportSection"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinalReportSection" ADD CONSTRAINT "FinalReportSection_toimintamalliId_fkey" FOREIGN KEY ("toimintamalliId") REFERENCES "Toimintamalli"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinalReportSection" ADD CONSTRAINT "FinalReportSection_updatedById_fkey" FOREIGN KEY ("updatedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectionCopy" ADD CONSTRAINT "SectionCopy_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "FinalReportSection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectionCopy" ADD CONSTRAINT "SectionCopy_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectionPresence" ADD CONSTRAINT "SectionPresence_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "FinalReportSection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectionPresence" ADD CONSTRAINT "SectionPresence_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinalReportBlock" ADD CONSTRAINT "FinalReportBlock_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinalReportBlock" ADD CONSTRAINT "FinalReportBlock_fromReportId_fkey" FOREIGN KEY ("fromReportId") REFERENCES "StatusReport"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlockBinding" ADD CONSTRAINT "BlockBinding_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlockBinding" ADD CONSTRAINT "BlockBinding_toimintamalliId_fkey" FOREIGN KEY ("toimintamalliId") REFERENCES "Toimintamalli"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlockBinding" ADD CONSTRAINT "BlockBinding_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinalReportAttachment" ADD CONSTRAINT "FinalReportAttachment_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "FinalReportSection"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- Row-level security, tenant consistency, append-only tables, checks.
-- ---------------------------------------------------------------------------------------------------------------------

SELECT etappi_protect(new_table) FROM unnest(ARRAY[
  'FinalReportEvent', 'FinalReportEdition', 'FindingAcceptance', 'ReportImport', 'SectionCopy', 'SectionPresence'
]) AS new_table;
SELECT etappi_tie(changed_table) FROM unnest(ARRAY[
  'FinalReportSection', 'FinalReportBlock', 'BlockBinding', 'FinalReportAttachment'
]) AS changed_table;

-- Who is writing may be lost in a crash without harm; telling it must stay cheap.
ALTER TABLE "SectionPresence" SET UNLOGGED;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "FinalReportEvent" FOR EACH ROW EXECUTE FUNCTION etappi_append_only();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON "FinalReportEvent" FOR EACH STATEMENT EXECUTE FUNCTION etappi_append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "FinalReportEdition" FOR EACH ROW EXECUTE FUNCTION etappi_append_only();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON "FinalReportEdition" FOR EACH STATEMENT EXECUTE FUNCTION etappi_append_only();

-- A binding names one thing, whatever its kind.
ALTER TABLE "BlockBinding" DROP CONSTRAINT "BlockBinding_bound";
ALTER TABLE "BlockBinding" ADD CONSTRAINT "BlockBinding_bound" CHECK (
  num_nonnulls("indicatorId", "measurementId", "targetId", "investmentId", "workPackageId", "toimintamalliId", "decisionId") = 1
);
ALTER TABLE "FinalReportEvent" ADD CONSTRAINT "FinalReportEvent_reason_where_needed"
  CHECK ("type" NOT IN ('returned', 'correction_opened') OR coalesce("reason", '') ~ '\S');
ALTER TABLE "FinalReportEvent" ADD CONSTRAINT "FinalReportEvent_decision_where_needed"
  CHECK (("type" = 'decided') = ("decisionId" IS NOT NULL));
ALTER TABLE "FinalReportEdition" ADD CONSTRAINT "FinalReportEdition_body_matches_hash"
  CHECK ("sha256" = encode(sha256(convert_to("body", 'UTF8')), 'hex'));
ALTER TABLE "FinalReportEdition" ADD CONSTRAINT "FinalReportEdition_reason_of_correction"
  CHECK ("number" = 1 OR ("number" > 1 AND coalesce("reason", '') ~ '\S'));
ALTER TABLE "FindingAcceptance" ADD CONSTRAINT "FindingAcceptance_reason_given" CHECK ("reason" ~ '\S');
ALTER TABLE "FindingAcceptance" ADD CONSTRAINT "FindingAcceptance_once" EXCLUDE USING btree
  ("reportId" WITH =, "findingKey" WITH =) WHERE ("withdrawnAt" IS NULL);
ALTER TABLE "FinalReportSection" ADD CONSTRAINT "FinalReportSection_shows_another" CHECK ("showsSectionId" IS DISTINCT FROM "id");
ALTER TABLE "ReportTemplatePrompt" ADD CONSTRAINT "ReportTemplatePrompt_asked_somewhere"
  CHECK (num_nonnulls("kind", "placeKey") = 1);

-- A county keeps templates of its own beside the programme's, which stay everybody's to read and the system's to write.
CREATE FUNCTION etappi_own_template(version_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM "ReportTemplateVersion" v JOIN "ReportTemplate" t ON t.id = v."templateId"
    WHERE v.id = version_id AND t."ownerId" = etappi_organisation())
$$;
CREATE FUNCTION etappi_readable_template(template_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM "ReportTemplate" t WHERE t.id = template_id)
$$;
DROP POLICY everyone_reads ON "ReportTemplate";
CREATE POLICY shared_or_own ON "ReportTemplate" FOR SELECT
  USING ("ownerId" IS NULL OR "ownerId" = (SELECT etappi_organisation()) OR (SELECT etappi_scope()) = 'system');
CREATE POLICY own_writes ON "ReportTemplate" FOR INSERT WITH CHECK ("ownerId" = (SELECT etappi_organisation()));
CREATE POLICY own_changes ON "ReportTemplate" FOR UPDATE
  USING ("ownerId" = (SELECT etappi_organisation())) WITH CHECK ("ownerId" = (SELECT etappi_organisation()));
CREATE POLICY own_removals ON "ReportTemplate" FOR DELETE USING ("ownerId" = (SELECT etappi_organisation()));
-- A version is read through its template, whose own policy says who may.
DROP POLICY everyone_reads ON "ReportTemplateVersion";
CREATE POLICY through_template ON "ReportTemplateVersion" FOR SELECT USING (etappi_readable_template("templateId"));
CREATE POLICY own_writes ON "ReportTemplateVersion"
  USING (EXISTS (SELECT 1 FROM "ReportTemplate" t WHERE t.id = "templateId" AND t."ownerId" = (SELECT etappi_organisation())))
  WITH CHECK (EXISTS (SELECT 1 FROM "ReportTemplate" t WHERE t.id = "templateId" AND t."ownerId" = (SELECT etappi_organisation())));
DROP POLICY everyone_reads ON "ReportTemplateSection";
CREATE POLICY through_version ON "ReportTemplateSection" FOR SELECT
  USING (EXISTS (SELECT 1 FROM "ReportTemplateVersion" v WHERE v.id = "versionId"));
CREATE POLICY own_writes ON "ReportTemplateSection"
  USING (etappi_own_template("versionId")) WITH CHECK (etappi_own_template("versionId"));
ALTER TABLE "ReportTemplatePrompt" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ReportTemplatePrompt" FORCE ROW LEVEL SECURITY;
CREATE POLICY through_version ON "ReportTemplatePrompt" FOR SELECT
  USING (EXISTS (SELECT 1 FROM "ReportTemplateVersion" v WHERE v.id = "versionId"));
CREATE POLICY own_writes ON "ReportTemplatePrompt"
  USING (etappi_own_template("versionId")) WITH CHECK (etappi_own_template("versionId"));
CREATE POLICY system_writes ON "ReportTemplatePrompt" USING ((SELECT etappi_scope()) = 'system');

-- A report keeps the version it was begun with, so what was published of a template stays. Those there are, were.
UPDATE "ReportTemplateVersion" SET "publishedAt" = "createdAt";
CREATE FUNCTION etappi_published_template() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  published timestamptz;
BEGIN
  IF TG_TABLE_NAME = 'ReportTemplateVersion' THEN
    published := OLD."publishedAt";
  ELSE
    -- Neither the version that a row is taken from nor the one that it is put into.
    SELECT max(v."publishedAt") INTO published FROM "ReportTemplateVersion" v WHERE v.id IN (OLD."versionId", NEW."versionId");
  END IF;
  IF published IS NOT NULL AND NOT (TG_OP = 'INSERT' AND etappi_scope() = 'system') THEN
    RAISE EXCEPTION 'etappi: a published version of a template does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER published_stays BEFORE UPDATE OR DELETE ON "ReportTemplateVersion"
  FOR EACH ROW EXECUTE FUNCTION etappi_published_template();
CREATE TRIGGER published_stays BEFORE INSERT OR UPDATE OR DELETE ON "ReportTemplateSection"
  FOR EACH ROW EXECUTE FUNCTION etappi_published_template();
CREATE TRIGGER published_stays BEFORE INSERT OR UPDATE OR DELETE ON "ReportTemplatePrompt"
  FOR EACH ROW EXECUTE FUNCTION etappi_published_template();
