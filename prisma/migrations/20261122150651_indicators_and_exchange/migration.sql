-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('final_report', 'project_plan');

-- CreateEnum
CREATE TYPE "Accumulation" AS ENUM ('cumulative', 'per_period');

-- CreateEnum
CREATE TYPE "LinkOutcome" AS ENUM ('ok', 'moved', 'gone', 'refused', 'unreachable');

-- CreateEnum
CREATE TYPE "ApiKeyScope" AS ENUM ('published', 'approved');

-- CreateEnum
CREATE TYPE "StatisticsService" AS ENUM ('sotkanet', 'thl_pivot', 'pxweb');

-- CreateEnum
CREATE TYPE "StatisticsState" AS ENUM ('waiting', 'current', 'stale', 'missing');

-- AlterTable
ALTER TABLE "FinalReport" ADD COLUMN     "kind" "DocumentKind" NOT NULL DEFAULT 'final_report';

-- AlterTable
ALTER TABLE "Indicator" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "IndicatorVersion" ADD COLUMN     "accumulation" "Accumulation",
ADD COLUMN     "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "createdById" UUID,
ADD COLUMN     "dimensions" TEXT[],
ADD COLUMN     "formula" TEXT,
ADD COLUMN     "horizon" TEXT,
ADD COLUMN     "method" TEXT,
ADD COLUMN     "owner" TEXT,
ADD COLUMN     "producer" TEXT,
ADD COLUMN     "source" TEXT,
ADD COLUMN     "validFrom" DATE;

-- What an indicator is measured for, from what and by which dimensions belongs to its definition, which has versions.
-- The owner of the tables is bound by row-level security, too, unless it is a superuser.
SELECT set_config('etappi.scope', 'system', false);
INSERT INTO "IndicatorVersion" ("id", "organisationId", "indicatorId", "version", "name")
SELECT gen_random_uuid(), i."organisationId", i."id", 1, i."sourceId" FROM "Indicator" i
 WHERE (i."source" IS NOT NULL OR i."horizon" IS NOT NULL OR cardinality(i."dimensions") > 0)
   AND NOT EXISTS (SELECT 1 FROM "IndicatorVersion" v WHERE v."indicatorId" = i."id");
UPDATE "IndicatorVersion" v SET "source" = i."source", "horizon" = i."horizon", "dimensions" = coalesce(i."dimensions", '{}')
  FROM "Indicator" i WHERE i."id" = v."indicatorId";
SELECT set_config('etappi.scope', '', false);
ALTER TABLE "Indicator" DROP COLUMN "dimensions",
DROP COLUMN "horizon",
DROP COLUMN "source";

-- AlterTable
ALTER TABLE "Measurement" ADD COLUMN     "chosenById" UUID,
ADD COLUMN     "chosenReason" TEXT;

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "regionCode" TEXT;

-- AlterTable
ALTER TABLE "ProjectLink" ADD COLUMN     "stateOn" DATE,
ADD COLUMN     "stateText" TEXT;

-- AlterTable
ALTER TABLE "PurchaseContractor" ADD COLUMN     "contractorId" UUID;

-- AlterTable
ALTER TABLE "ReportTemplate" ADD COLUMN     "kind" "DocumentKind" NOT NULL DEFAULT 'final_report';

-- CreateTable
CREATE TABLE "PersonMonths" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "workPackageId" UUID,
    "role" TEXT,
    "year" INTEGER,
    "months" DECIMAL(10,2),
    "monthsAsWritten" TEXT,
    "fundingSource" "FundingSource",
    "note" TEXT,
    "sort" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PersonMonths_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MaturityAssessment" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "workPackageId" UUID,
    "scale" TEXT NOT NULL,
    "scaleMin" DECIMAL(10,2),
    "scaleMax" DECIMAL(10,2),
    "area" TEXT NOT NULL,
    "asWritten" TEXT,
    "number" DECIMAL(10,2),
    "unknown" "UnknownKind",
    "assessedOn" DATE,
    "timeAsWritten" TEXT,
    "note" TEXT,
    "source" TEXT,
    "sort" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MaturityAssessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanDependency" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "workPackageId" UUID,
    "neededId" UUID,
    "linkId" UUID,
    "text" TEXT,
    "sort" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PlanDependency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LinkCheck" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "outcome" "LinkOutcome" NOT NULL,
    "status" INTEGER,
    "movedTo" TEXT,
    "checkedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "LinkCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID,
    "name" TEXT NOT NULL,
    "scope" "ApiKeyScope" NOT NULL DEFAULT 'published',
    "start" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ,
    "lastUsedAt" TIMESTAMPTZ,

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SupportItem" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "implementer" TEXT,
    "supportId" TEXT NOT NULL,
    "supportType" TEXT,
    "name" TEXT NOT NULL,
    "recipientType" TEXT,
    "recipientId" TEXT,
    "recipientName" TEXT,
    "businessId" TEXT,
    "sort" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SupportItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SupportPayment" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "paymentType" TEXT NOT NULL,
    "paidOn" DATE NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "note" TEXT,
    "sort" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SupportPayment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BeneficialOwner" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "itemId" UUID,
    "contractorId" UUID,
    "firstNames" TEXT NOT NULL,
    "lastName" TEXT NOT NULL,
    "bornOn" DATE,
    "roleFrom" DATE,
    "sort" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "BeneficialOwner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TreasuryFile" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "month" DATE NOT NULL,
    "sha256" TEXT NOT NULL,
    "madeById" UUID,
    "madeAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TreasuryFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatisticsCatalogueEntry" (
    "id" UUID NOT NULL,
    "service" "StatisticsService" NOT NULL,
    "code" TEXT NOT NULL,
    "titleFi" TEXT NOT NULL,
    "titleSv" TEXT,
    "titleEn" TEXT,
    "producer" TEXT,
    "dataUpdatedOn" DATE,
    "retrievedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "StatisticsCatalogueEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatisticsRegion" (
    "id" UUID NOT NULL,
    "service" "StatisticsService" NOT NULL,
    "category" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "titleFi" TEXT NOT NULL,
    "titleSv" TEXT,
    "titleEn" TEXT,

    CONSTRAINT "StatisticsRegion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatisticsSeries" (
    "id" UUID NOT NULL,
    "service" "StatisticsService" NOT NULL,
    "code" TEXT NOT NULL,
    "choices" JSONB NOT NULL DEFAULT '{}',
    "choicesKey" TEXT NOT NULL DEFAULT '',
    "titleFi" TEXT NOT NULL,
    "titleSv" TEXT,
    "titleEn" TEXT,
    "unit" TEXT,
    "decimals" INTEGER,
    "producer" TEXT,
    "licence" TEXT,
    "dataUpdatedOn" DATE,
    "retrievedAt" TIMESTAMPTZ,
    "triedAt" TIMESTAMPTZ,
    "state" "StatisticsState" NOT NULL DEFAULT 'waiting',
    "problem" TEXT,

    CONSTRAINT "StatisticsSeries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatisticsValue" (
    "id" UUID NOT NULL,
    "seriesId" UUID NOT NULL,
    "regionCategory" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "timeCode" TEXT NOT NULL,
    "dimensions" JSONB NOT NULL DEFAULT '{}',
    "dimensionsKey" TEXT NOT NULL DEFAULT '',
    "asWritten" TEXT,
    "number" DECIMAL(20,6),
    "absolute" DECIMAL(20,6),
    "unknown" "UnknownKind",
    "retrievedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "StatisticsValue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IndicatorSeries" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,
    "seriesId" UUID NOT NULL,
    "note" TEXT,
    "addedById" UUID,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "IndicatorSeries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PersonMonths_projectId_idx" ON "PersonMonths"("projectId");

-- CreateIndex
CREATE INDEX "MaturityAssessment_projectId_idx" ON "MaturityAssessment"("projectId");

-- CreateIndex
CREATE INDEX "PlanDependency_projectId_idx" ON "PlanDependency"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "LinkCheck_projectId_url_key" ON "LinkCheck"("projectId", "url");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_sha256_key" ON "ApiKey"("sha256");

-- CreateIndex
CREATE INDEX "ApiKey_organisationId_idx" ON "ApiKey"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "SupportItem_projectId_supportId_key" ON "SupportItem"("projectId", "supportId");

-- CreateIndex
CREATE INDEX "SupportPayment_itemId_idx" ON "SupportPayment"("itemId");

-- CreateIndex
CREATE INDEX "BeneficialOwner_projectId_idx" ON "BeneficialOwner"("projectId");

-- CreateIndex
CREATE INDEX "BeneficialOwner_itemId_idx" ON "BeneficialOwner"("itemId");

-- CreateIndex
CREATE INDEX "BeneficialOwner_contractorId_idx" ON "BeneficialOwner"("contractorId");

-- CreateIndex
CREATE INDEX "TreasuryFile_projectId_month_idx" ON "TreasuryFile"("projectId", "month");

-- CreateIndex
CREATE UNIQUE INDEX "StatisticsCatalogueEntry_service_code_key" ON "StatisticsCatalogueEntry"("service", "code");

-- CreateIndex
CREATE UNIQUE INDEX "StatisticsRegion_service_category_code_key" ON "StatisticsRegion"("service", "category", "code");

-- CreateIndex
CREATE UNIQUE INDEX "StatisticsSeries_service_code_choicesKey_key" ON "StatisticsSeries"("service", "code", "choicesKey");

-- CreateIndex
CREATE UNIQUE INDEX "StatisticsValue_seriesId_regionCategory_regionCode_timeCode_key" ON "StatisticsValue"("seriesId", "regionCategory", "regionCode", "timeCode", "dimensionsKey");

-- CreateIndex
CREATE INDEX "IndicatorSeries_seriesId_idx" ON "IndicatorSeries"("seriesId");

-- CreateIndex
CREATE UNIQUE INDEX "IndicatorSeries_indicatorId_seriesId_key" ON "IndicatorSeries"("indicatorId", "seriesId");

-- AddForeignKey
ALTER TABLE "PurchaseContractor" ADD CONSTRAINT "PurchaseContractor_contractorId_fkey" FOREIGN KEY ("contractorId") REFERENCES "PurchaseContractor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorVersion" ADD CONSTRAINT "IndicatorVersion_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measurement" ADD CONSTRAINT "Measurement_chosenById_fkey" FOREIGN KEY ("chosenById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonMonths" ADD CONSTRAINT "PersonMonths_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonMonths" ADD CONSTRAINT "PersonMonths_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MaturityAssessment" ADD CONSTRAINT "MaturityAssessment_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MaturityAssessment" ADD CONSTRAINT "MaturityAssessment_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanDependency" ADD CONSTRAINT "PlanDependency_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanDependency" ADD CONSTRAINT "PlanDependency_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanDependency" ADD CONSTRAINT "PlanDependency_neededId_fkey" FOREIGN KEY ("neededId") REFERENCES "WorkPackage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanDependency" ADD CONSTRAINT "PlanDependency_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "ProjectLink"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkCheck" ADD CONSTRAINT "LinkCheck_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportItem" ADD CONSTRAINT "SupportItem_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportPayment" ADD CONSTRAINT "SupportPayment_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "SupportItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BeneficialOwner" ADD CONSTRAINT "BeneficialOwner_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BeneficialOwner" ADD CONSTRAINT "BeneficialOwner_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "SupportItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BeneficialOwner" ADD CONSTRAINT "BeneficialOwner_contractorId_fkey" FOREIGN KEY ("contractorId") REFERENCES "PurchaseContractor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TreasuryFile" ADD CONSTRAINT "TreasuryFile_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TreasuryFile" ADD CONSTRAINT "TreasuryFile_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatisticsValue" ADD CONSTRAINT "StatisticsValue_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "StatisticsSeries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorSeries" ADD CONSTRAINT "IndicatorSeries_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorSeries" ADD CONSTRAINT "IndicatorSeries_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "StatisticsSeries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorSeries" ADD CONSTRAINT "IndicatorSeries_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- Row-level security, tenant consistency, append-only tables, checks.
-- ---------------------------------------------------------------------------------------------------------------------

SELECT etappi_protect(new_table) FROM unnest(ARRAY[
  'IndicatorSeries', 'PersonMonths', 'MaturityAssessment', 'PlanDependency', 'LinkCheck', 'SupportItem', 'SupportPayment',
  'BeneficialOwner', 'TreasuryFile', 'ApiKey'
]) AS new_table;
SELECT etappi_tie(changed_table) FROM unnest(ARRAY['IndicatorVersion', 'Measurement', 'PurchaseContractor']) AS changed_table;

-- Official statistics are everybody's to read and the system's to write.
DO $$
DECLARE
  shared_table text;
BEGIN
  FOREACH shared_table IN ARRAY ARRAY['StatisticsCatalogueEntry', 'StatisticsRegion', 'StatisticsSeries', 'StatisticsValue'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', shared_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', shared_table);
    EXECUTE format('CREATE POLICY everyone_reads ON %I FOR SELECT USING (true)', shared_table);
    EXECUTE format('CREATE POLICY system_writes ON %I USING ((SELECT etappi_scope()) = ''system'')', shared_table);
  END LOOP;
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "TreasuryFile" FOR EACH ROW EXECUTE FUNCTION etappi_append_only();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON "TreasuryFile" FOR EACH STATEMENT EXECUTE FUNCTION etappi_append_only();

-- A figure of official statistics becomes a project's own only when a person says why.
ALTER TABLE "Measurement" ADD CONSTRAINT "Measurement_choice_has_its_reason"
  CHECK ("chosenById" IS NULL OR coalesce("chosenReason", '') ~ '\S');
ALTER TABLE "StatisticsValue" ADD CONSTRAINT "StatisticsValue_unknown_has_no_value"
  CHECK ("unknown" IS NULL OR "number" IS NULL);
ALTER TABLE "PersonMonths" ADD CONSTRAINT "PersonMonths_not_negative" CHECK ("months" >= 0);
ALTER TABLE "MaturityAssessment" ADD CONSTRAINT "MaturityAssessment_unknown_has_no_value"
  CHECK ("unknown" IS NULL OR "number" IS NULL);
ALTER TABLE "MaturityAssessment" ADD CONSTRAINT "MaturityAssessment_scale_in_order" CHECK ("scaleMin" < "scaleMax");
ALTER TABLE "PlanDependency" ADD CONSTRAINT "PlanDependency_something_is_needed"
  CHECK (num_nonnulls("neededId", "linkId") <= 1 AND ("neededId" IS NOT NULL OR "linkId" IS NOT NULL OR coalesce("text", '') ~ '\S'));
ALTER TABLE "PlanDependency" ADD CONSTRAINT "PlanDependency_on_another" CHECK ("neededId" <> "workPackageId");
ALTER TABLE "BeneficialOwner" ADD CONSTRAINT "BeneficialOwner_of_one" CHECK (num_nonnulls("itemId", "contractorId") = 1);
ALTER TABLE "PurchaseContractor" ADD CONSTRAINT "PurchaseContractor_subcontractor_of_another"
  CHECK ("contractorId" IS NULL OR ("isSubcontractor" AND "contractorId" <> "id"));
ALTER TABLE "TreasuryFile" ADD CONSTRAINT "TreasuryFile_first_of_month" CHECK (extract(day FROM "month") = 1);
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_ends" CHECK ("expiresAt" > "createdAt");

-- A project may score its risks on another scale than 1 to 5; which one it uses is a setting of the project.
ALTER TABLE "RiskAssessment" DROP CONSTRAINT "RiskAssessment_scale";
ALTER TABLE "RiskAssessment" ADD CONSTRAINT "RiskAssessment_scale"
  CHECK (coalesce("probability" BETWEEN 1 AND 10, true) AND coalesce("impact" BETWEEN 1 AND 10, true));
ALTER TABLE "RiskAssessment" DROP CONSTRAINT "RiskAssessment_scale_after";
ALTER TABLE "RiskAssessment" ADD CONSTRAINT "RiskAssessment_scale_after"
  CHECK (coalesce("probabilityAfter" BETWEEN 1 AND 10, true) AND coalesce("impactAfter" BETWEEN 1 AND 10, true));
