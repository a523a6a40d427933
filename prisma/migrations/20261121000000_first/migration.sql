-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('coordinator', 'director', 'finance', 'steering', 'auditor', 'admin', 'national');

-- CreateEnum
CREATE TYPE "ActionOrigin" AS ENUM ('plan', 'report');

-- CreateEnum
CREATE TYPE "ActionState" AS ENUM ('planned', 'in_preparation', 'started', 'in_progress', 'in_use', 'done', 'ended', 'suspended', 'not_extended', 'not_reported');

-- CreateEnum
CREATE TYPE "AuditResult" AS ENUM ('done', 'refused');

-- CreateEnum
CREATE TYPE "CommunicationItemKind" AS ENUM ('what', 'done', 'planned');

-- CreateEnum
CREATE TYPE "FileStorage" AS ENUM ('database', 'disk');

-- CreateEnum
CREATE TYPE "SectionKind" AS ENUM ('chapter', 'question', 'workpackage', 'toimintamalli', 'attachment');

-- CreateEnum
CREATE TYPE "FinalReportState" AS ENUM ('draft', 'checked', 'approved', 'frozen');

-- CreateEnum
CREATE TYPE "SectionState" AS ENUM ('empty', 'draft', 'ready', 'approved');

-- CreateEnum
CREATE TYPE "BindingSource" AS ENUM ('measurement', 'latest_measurement', 'target', 'budget_total', 'purchase_total', 'purchase_count', 'toimintamalli_count', 'investment', 'indicator');

-- CreateEnum
CREATE TYPE "BlockType" AS ENUM ('paragraph', 'list', 'quote', 'links', 'toimintamalli', 'bound_number', 'indicator_table', 'toimintamalli_table', 'budget_table', 'purchase_table', 'decision_list', 'risk_table', 'chart', 'free_table', 'image', 'attachment_reference', 'cross_reference');

-- CreateEnum
CREATE TYPE "FundingSource" AS ENUM ('grant', 'own', 'eu', 'rrf', 'other_eu', 'national', 'other');

-- CreateEnum
CREATE TYPE "BudgetNoteKind" AS ENUM ('mismatch', 'observation');

-- CreateEnum
CREATE TYPE "VatBasis" AS ENUM ('included', 'excluded');

-- CreateEnum
CREATE TYPE "IndicatorScope" AS ENUM ('local', 'national');

-- CreateEnum
CREATE TYPE "IndicatorDirection" AS ENUM ('up', 'down', 'reach', 'monitor');

-- CreateEnum
CREATE TYPE "TargetRole" AS ENUM ('interim', 'final', 'alternative');

-- CreateEnum
CREATE TYPE "TargetOperator" AS ENUM ('eq', 'lt', 'lte', 'gt', 'gte', 'change_percent', 'direction', 'comparator', 'state');

-- CreateEnum
CREATE TYPE "MeasurementRole" AS ENUM ('actual', 'baseline', 'comparison');

-- CreateEnum
CREATE TYPE "ValueKind" AS ENUM ('number', 'range', 'fraction', 'funnel', 'breakdown', 'distribution', 'scale', 'duration', 'amount', 'count', 'yes_no', 'state', 'text', 'change');

-- CreateEnum
CREATE TYPE "Qualifier" AS ENUM ('exact', 'about', 'over', 'at_least', 'under', 'at_most');

-- CreateEnum
CREATE TYPE "UnknownKind" AS ENUM ('unknown', 'not_asked', 'hidden', 'not_applicable');

-- CreateEnum
CREATE TYPE "MeetingState" AS ENUM ('draft', 'checked', 'approved');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('county', 'national_body');

-- CreateEnum
CREATE TYPE "PlanChangeState" AS ENUM ('proposed', 'in_preparation', 'decided', 'in_force', 'rejected');

-- CreateEnum
CREATE TYPE "PeriodState" AS ENUM ('planned', 'open', 'published');

-- CreateEnum
CREATE TYPE "Light" AS ENUM ('green', 'yellow', 'red');

-- CreateEnum
CREATE TYPE "ReportScope" AS ENUM ('full', 'rollup', 'ended', 'not_reported', 'earlier_facts');

-- CreateEnum
CREATE TYPE "ReportState" AS ENUM ('not_started', 'draft', 'submitted', 'in_review', 'returned', 'approved', 'published');

-- CreateEnum
CREATE TYPE "ReportSection" AS ENUM ('overall', 'actions', 'results', 'next_steps', 'deviations', 'indicators', 'toimintamallit');

-- CreateEnum
CREATE TYPE "EntryOrigin" AS ENUM ('typed', 'prefilled', 'imported');

-- CreateEnum
CREATE TYPE "ReportEventType" AS ENUM ('opened', 'saved', 'submitted', 'review_started', 'recalled', 'returned', 'resubmitted', 'approved', 'published', 'reopened', 'corrected');

-- CreateEnum
CREATE TYPE "GoalMet" AS ENUM ('yes', 'partly', 'no', 'unknown');

-- CreateEnum
CREATE TYPE "UseState" AS ENUM ('yes', 'no', 'partly');

-- CreateEnum
CREATE TYPE "WorkPackageLevel" AS ENUM ('plan', 'stream');

-- CreateEnum
CREATE TYPE "WorkPackageLifecycle" AS ENUM ('in_progress', 'completed', 'ended', 'not_reported');

-- CreateEnum
CREATE TYPE "WorkPackageItemKind" AS ENUM ('objective', 'output', 'next_step', 'deviation', 'ended_output');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'fi',
    "passwordHash" TEXT,
    "oidcIssuer" TEXT,
    "oidcSubject" TEXT,
    "disabledAt" TIMESTAMPTZ,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "projectId" UUID,
    "role" "Role" NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LoginSession" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "authenticatedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "revokedAt" TIMESTAMPTZ,
    "userAgent" TEXT,

    CONSTRAINT "LoginSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "organisationId" UUID,
    "secretHash" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "email" TEXT,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "usedAt" TIMESTAMPTZ,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "hits" INTEGER NOT NULL,
    "resetsAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Action" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "workPackageId" UUID NOT NULL,
    "sourceId" TEXT,
    "origin" "ActionOrigin" NOT NULL,
    "no" INTEGER,
    "noAsWritten" TEXT,
    "section" TEXT,
    "title" TEXT NOT NULL,
    "state" "ActionState",
    "statusText" TEXT,
    "statusAsWritten" TEXT,
    "planned" TEXT,
    "started" TEXT,
    "done" TEXT,
    "flag" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "Action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionFact" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "ActionFact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScheduleColumn" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "workPackageId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "timeCode" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "ScheduleColumn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionScheduleCell" (
    "organisationId" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "columnId" UUID NOT NULL,
    "mark" BOOLEAN NOT NULL DEFAULT true,
    "text" TEXT,

    CONSTRAINT "ActionScheduleCell_pkey" PRIMARY KEY ("actionId","columnId")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "actorKind" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT,
    "source" TEXT NOT NULL,
    "requestId" TEXT,
    "result" "AuditResult" NOT NULL DEFAULT 'done',
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommentThread" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "reportId" UUID,
    "sectionId" UUID,
    "path" TEXT NOT NULL,
    "resolvedAt" TIMESTAMPTZ,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CommentThread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommunicationRow" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "periodId" UUID,
    "no" INTEGER,
    "topic" TEXT NOT NULL,
    "audience" TEXT,
    "statusText" TEXT,
    "responsibleRole" TEXT,
    "channels" TEXT[],
    "dateAsWritten" TEXT,
    "dateCode" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "CommunicationRow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommunicationItem" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "rowId" UUID NOT NULL,
    "kind" "CommunicationItemKind" NOT NULL,
    "text" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "CommunicationItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage" "FileStorage" NOT NULL,
    "bytes" BYTEA,
    "uploadedById" UUID,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "url" TEXT,
    "fileId" UUID,
    "measurementId" UUID,
    "targetId" UUID,
    "actionId" UUID,
    "purchaseId" UUID,
    "decisionId" UUID,
    "toimintamalliId" UUID,
    "reportId" UUID,
    "path" TEXT,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportTemplate" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "ReportTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportTemplateVersion" (
    "id" UUID NOT NULL,
    "templateId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReportTemplateVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportTemplateSection" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "parentId" UUID,
    "key" TEXT NOT NULL,
    "number" TEXT,
    "kind" "SectionKind" NOT NULL,
    "titleFi" TEXT NOT NULL,
    "titleSv" TEXT,
    "promptFi" TEXT,
    "promptSv" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "ReportTemplateSection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FinalReport" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "templateVersionId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'fi',
    "state" "FinalReportState" NOT NULL DEFAULT 'draft',
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FinalReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FinalReportSection" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "parentId" UUID,
    "templateSectionId" UUID,
    "kind" "SectionKind" NOT NULL,
    "number" TEXT,
    "title" TEXT NOT NULL,
    "state" "SectionState" NOT NULL DEFAULT 'empty',
    "ownerId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "FinalReportSection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FinalReportBlock" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "sectionId" UUID NOT NULL,
    "type" "BlockType" NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "sort" INTEGER NOT NULL,
    "updatedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FinalReportBlock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BlockBinding" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "blockId" UUID NOT NULL,
    "source" "BindingSource" NOT NULL,
    "indicatorId" UUID,
    "measurementId" UUID,
    "targetId" UUID,
    "investmentId" UUID,
    "frozen" JSONB,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "BlockBinding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FinalReportAttachment" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "fileId" UUID,
    "label" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT,
    "note" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "FinalReportAttachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BudgetTable" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "statedTotal" DECIMAL(14,2),
    "statedTotalAsWritten" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "BudgetTable_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BudgetLine" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "tableId" UUID NOT NULL,
    "investmentId" UUID,
    "workPackageId" UUID,
    "no" INTEGER,
    "pillarAsWritten" TEXT,
    "investmentAsWritten" TEXT,
    "title" TEXT NOT NULL,
    "year" INTEGER,
    "costType" TEXT,
    "fundingSource" "FundingSource",
    "amount" DECIMAL(14,2),
    "amountAsWritten" TEXT,
    "notInProject" BOOLEAN NOT NULL DEFAULT false,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "BudgetLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BudgetNote" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "tableId" UUID NOT NULL,
    "investmentId" UUID,
    "workPackageId" UUID,
    "kind" "BudgetNoteKind" NOT NULL,
    "level" TEXT,
    "text" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "BudgetNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Actual" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "periodId" UUID,
    "investmentId" UUID,
    "workPackageId" UUID,
    "costType" TEXT,
    "fundingSource" "FundingSource",
    "amount" DECIMAL(14,2) NOT NULL,
    "asOf" DATE,
    "note" TEXT,

    CONSTRAINT "Actual_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Forecast" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "periodId" UUID,
    "investmentId" UUID,
    "workPackageId" UUID,
    "costType" TEXT,
    "fundingSource" "FundingSource",
    "amount" DECIMAL(14,2) NOT NULL,
    "note" TEXT,

    CONSTRAINT "Forecast_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Purchase" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "investmentId" UUID,
    "workPackageId" UUID,
    "periodId" UUID,
    "sourceId" TEXT NOT NULL,
    "tableNo" INTEGER,
    "title" TEXT NOT NULL,
    "amount" DECIMAL(14,2),
    "amountAsWritten" TEXT,
    "vatBasis" "VatBasis",
    "supplier" TEXT,
    "contract" TEXT,
    "workPackageBasis" TEXT,
    "flag" TEXT,
    "note" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "Purchase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PurchaseContractor" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "purchaseId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "businessId" TEXT,
    "isSubcontractor" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "PurchaseContractor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PurchaseShare" (
    "organisationId" UUID NOT NULL,
    "purchaseId" UUID NOT NULL,
    "investmentId" UUID NOT NULL,
    "amount" DECIMAL(14,2),

    CONSTRAINT "PurchaseShare_pkey" PRIMARY KEY ("purchaseId","investmentId")
);

-- CreateTable
CREATE TABLE "Reservation" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "investmentId" UUID,
    "amount" DECIMAL(14,2),
    "asWritten" TEXT,
    "note" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "Reservation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FinanceNote" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "investmentId" UUID,
    "text" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "FinanceNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Indicator" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "workPackageId" UUID,
    "investmentId" UUID,
    "sourceId" TEXT NOT NULL,
    "scope" "IndicatorScope" NOT NULL,
    "origin" TEXT,
    "actionNo" INTEGER,
    "seeIndicatorOf" TEXT,
    "horizon" TEXT,
    "flag" TEXT,
    "note" TEXT,
    "source" TEXT,
    "place" TEXT,
    "sectionRef" TEXT,
    "tableLabel" TEXT,
    "figureLabel" TEXT,
    "targetMetText" TEXT,
    "dimensions" TEXT[],
    "clarifications" TEXT[],
    "sort" INTEGER NOT NULL,

    CONSTRAINT "Indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IndicatorVersion" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT,
    "unit" TEXT,
    "direction" "IndicatorDirection",
    "definition" TEXT,
    "reason" TEXT,
    "supersededOn" DATE,

    CONSTRAINT "IndicatorVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IndicatorTarget" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,
    "versionId" UUID,
    "role" "TargetRole" NOT NULL,
    "operator" "TargetOperator",
    "operatorText" TEXT,
    "asWritten" TEXT,
    "text" TEXT,
    "number" DECIMAL(20,6),
    "unit" TEXT,
    "timeAsWritten" TEXT,
    "timeCode" TEXT,
    "timeFrom" DATE,
    "timeTo" DATE,
    "definition" TEXT,
    "source" TEXT,
    "supersededOn" DATE,
    "supersededAt" TEXT,
    "supersededReason" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "IndicatorTarget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Measurement" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,
    "reportId" UUID,
    "role" "MeasurementRole" NOT NULL,
    "kind" "ValueKind" NOT NULL,
    "asWritten" TEXT,
    "number" DECIMAL(20,6),
    "numberTo" DECIMAL(20,6),
    "qualifier" "Qualifier" NOT NULL DEFAULT 'exact',
    "unit" TEXT,
    "n" INTEGER,
    "scope" TEXT,
    "area" TEXT,
    "text" TEXT,
    "yes" BOOLEAN,
    "unknown" "UnknownKind",
    "timeAsWritten" TEXT,
    "timeCode" TEXT,
    "timeFrom" DATE,
    "timeTo" DATE,
    "timeBasis" TEXT,
    "note" TEXT,
    "source" TEXT,
    "flags" TEXT[],
    "changeNumber" DECIMAL(20,6),
    "changeUnit" TEXT,
    "changeBase" TEXT,
    "changeNote" TEXT,
    "meetsTarget" BOOLEAN,
    "sort" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Measurement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeasurementCell" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "measurementId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "dimensions" JSONB NOT NULL DEFAULT '{}',
    "asWritten" TEXT,
    "number" DECIMAL(20,6),
    "qualifier" "Qualifier" NOT NULL DEFAULT 'exact',
    "unit" TEXT,
    "unknown" "UnknownKind",
    "sort" INTEGER NOT NULL,

    CONSTRAINT "MeasurementCell_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DataTable" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "workPackageId" UUID,
    "investmentId" UUID,
    "indicatorId" UUID,
    "sourceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT,
    "notes" TEXT[],
    "sort" INTEGER NOT NULL,

    CONSTRAINT "DataTable_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DataTableColumn" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "tableId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "unit" TEXT,
    "timeCode" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "DataTableColumn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DataTableCell" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "tableId" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "part" TEXT NOT NULL DEFAULT '',
    "text" TEXT,
    "number" DECIMAL(20,6),
    "unknown" "UnknownKind",

    CONSTRAINT "DataTableCell_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvestmentLevel" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "depth" INTEGER NOT NULL,

    CONSTRAINT "InvestmentLevel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Investment" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "parentId" UUID,
    "levelId" UUID NOT NULL,
    "sourceId" TEXT NOT NULL,
    "code" TEXT,
    "title" TEXT NOT NULL,
    "titleVariants" TEXT[],
    "isPlaceholder" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "Investment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SteeringBody" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "SteeringBody_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "bodyId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "heldOn" DATE,
    "dateAsWritten" TEXT,
    "timeAsWritten" TEXT,
    "place" TEXT,
    "documentType" TEXT,
    "state" "MeetingState" NOT NULL DEFAULT 'draft',
    "note" TEXT,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "present" BOOLEAN NOT NULL DEFAULT true,
    "note" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "number" INTEGER,
    "title" TEXT NOT NULL,
    "proposal" TEXT,
    "background" TEXT,
    "discussion" TEXT[],
    "sort" INTEGER NOT NULL,

    CONSTRAINT "AgendaItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "agendaItemId" UUID,
    "projectId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "decidedAsWritten" TEXT,
    "decidedCode" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DecisionSubject" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "workPackageId" UUID,
    "toimintamalliId" UUID,
    "investmentId" UUID,
    "purchaseId" UUID,
    "planChangeId" UUID,

    CONSTRAINT "DecisionSubject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "OrganisationKind" NOT NULL DEFAULT 'county',
    "roleLabels" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceArea" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "parentId" UUID,
    "name" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "ServiceArea_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanChange" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "investmentId" UUID,
    "workPackageId" UUID,
    "reportId" UUID,
    "no" INTEGER,
    "workPackageAsWritten" TEXT,
    "title" TEXT NOT NULL,
    "what" TEXT,
    "why" TEXT,
    "oldText" TEXT,
    "newText" TEXT,
    "oldAmount" DECIMAL(14,2),
    "newAmount" DECIMAL(14,2),
    "state" "PlanChangeState" NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "PlanChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanChangeDecision" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "planChangeId" UUID NOT NULL,
    "asWritten" TEXT NOT NULL,
    "timeCode" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "PlanChangeDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Programme" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "funder" TEXT NOT NULL,
    "statementFi" TEXT NOT NULL,
    "statementSv" TEXT NOT NULL,
    "statementEn" TEXT NOT NULL,
    "retentionUntil" DATE,

    CONSTRAINT "Programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameVariants" TEXT[],
    "description" TEXT,
    "periodAsWritten" TEXT,
    "periodStart" TEXT,
    "periodEnd" TEXT,
    "periodBasis" TEXT,
    "predecessor" TEXT,
    "programmeNote" TEXT,
    "totalCost" DECIMAL(14,2),
    "totalCostAsWritten" TEXT,
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "steeringGroup" TEXT,
    "communicationMessage" TEXT,
    "newslettersPerYear" INTEGER,
    "language" TEXT NOT NULL DEFAULT 'fi',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectGoal" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "investmentId" UUID,
    "no" INTEGER,
    "text" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "ProjectGoal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectTargetGroup" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "investmentId" UUID,
    "no" INTEGER,
    "text" TEXT NOT NULL,
    "ageMin" INTEGER,
    "ageMax" INTEGER,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "ProjectTargetGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectEffect" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "goal" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "impact" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "ProjectEffect_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectFact" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "text" TEXT,
    "data" JSONB,
    "source" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "ProjectFact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewSlide" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "type" TEXT NOT NULL,

    CONSTRAINT "ReviewSlide_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OverviewTile" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "serviceAreaId" UUID NOT NULL,
    "slide" INTEGER,
    "unitAsWritten" TEXT,
    "text" TEXT NOT NULL,
    "statusAsWritten" TEXT,
    "note" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "OverviewTile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OverviewTileWorkPackage" (
    "organisationId" UUID NOT NULL,
    "tileId" UUID NOT NULL,
    "workPackageId" UUID NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "OverviewTileWorkPackage_pkey" PRIMARY KEY ("tileId","workPackageId")
);

-- CreateTable
CREATE TABLE "Risk" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "no" INTEGER,
    "kind" TEXT NOT NULL DEFAULT 'risk',
    "description" TEXT NOT NULL,
    "ownerRoles" TEXT[],
    "closedOn" DATE,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "Risk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiskMitigation" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "riskId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "RiskMitigation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiskAssessment" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "riskId" UUID NOT NULL,
    "periodId" UUID,
    "probability" INTEGER,
    "impact" INTEGER,
    "pointsAsWritten" INTEGER,
    "source" TEXT,
    "assessedOn" DATE,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "RiskAssessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportingPeriod" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "opensOn" DATE,
    "dueOn" DATE,
    "closesOn" DATE,
    "state" "PeriodState" NOT NULL DEFAULT 'planned',
    "note" TEXT,

    CONSTRAINT "ReportingPeriod_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PeriodException" (
    "organisationId" UUID NOT NULL,
    "periodId" UUID NOT NULL,
    "workPackageId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "allowedBy" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "PeriodException_pkey" PRIMARY KEY ("periodId","workPackageId")
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "periodId" UUID NOT NULL,
    "projectKey" TEXT NOT NULL,
    "projectName" TEXT NOT NULL,
    "organisationName" TEXT NOT NULL,
    "periodKey" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "format" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "productVersion" TEXT NOT NULL,
    "note" TEXT,
    "publishedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedById" UUID,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatusReport" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "periodId" UUID NOT NULL,
    "scope" "ReportScope" NOT NULL DEFAULT 'full',
    "state" "ReportState" NOT NULL DEFAULT 'not_started',
    "version" INTEGER NOT NULL DEFAULT 1,
    "derivedFigures" TEXT[],
    "note" TEXT,
    "updatedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StatusReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatusReportEntry" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "section" "ReportSection" NOT NULL,
    "field" TEXT NOT NULL,
    "actionId" UUID,
    "indicatorId" UUID,
    "toimintamalliId" UUID,
    "actionNo" INTEGER,
    "text" TEXT NOT NULL,
    "origin" "EntryOrigin" NOT NULL DEFAULT 'typed',
    "confirmed" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "updatedById" UUID,
    "updatedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StatusReportEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatusReportEvent" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" "ReportEventType" NOT NULL,
    "actorId" UUID,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT,
    "opens" TEXT[],
    "copy" JSONB,

    CONSTRAINT "StatusReportEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Toimintamalli" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "workPackageId" UUID,
    "name" TEXT NOT NULL,
    "innokylaUrl" TEXT,
    "describedInInnokyla" BOOLEAN,
    "listedInReportTable" BOOLEAN NOT NULL DEFAULT false,
    "tablePlace" TEXT,
    "piloted" "UseState",
    "pilotedAsWritten" TEXT,
    "stayedInUse" "UseState",
    "stayedInUseAsWritten" TEXT,
    "statusText" TEXT,
    "goals" TEXT[],
    "goalMet" "GoalMet",
    "goalMetBasis" TEXT,
    "results" TEXT[],
    "ownerAfterProject" TEXT,
    "place" TEXT,
    "sectionRef" TEXT,
    "sectionTitle" TEXT,
    "note" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "Toimintamalli_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ToimintamalliInvestment" (
    "organisationId" UUID NOT NULL,
    "toimintamalliId" UUID NOT NULL,
    "investmentId" UUID NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "ToimintamalliInvestment_pkey" PRIMARY KEY ("toimintamalliId","investmentId")
);

-- CreateTable
CREATE TABLE "ToimintamalliAddress" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "toimintamalliId" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "ToimintamalliAddress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkPackage" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "parentId" UUID,
    "investmentId" UUID,
    "sourceId" TEXT NOT NULL,
    "level" "WorkPackageLevel" NOT NULL,
    "reports" BOOLEAN NOT NULL,
    "code" TEXT,
    "titlePlan" TEXT,
    "titleReview" TEXT,
    "earlierTitles" TEXT[],
    "responsibleRole" TEXT,
    "scheduleAsWritten" TEXT,
    "scheduleStart" TEXT,
    "scheduleEnd" TEXT,
    "scheduleNote" TEXT,
    "costEstimate" DECIMAL(14,2),
    "costAsWritten" TEXT,
    "costNote" TEXT,
    "costBasis" TEXT,
    "lifecycle" "WorkPackageLifecycle",
    "statusText" TEXT,
    "statusAsWritten" TEXT,
    "serviceAreaBasis" TEXT,
    "serviceAreaNote" TEXT,
    "reviewSlides" TEXT[],
    "endedAsWritten" TEXT,
    "endedCode" TEXT,
    "endedTitle" TEXT,
    "endedSummary" TEXT,
    "endedLinksMissing" INTEGER,
    "remarks" JSONB NOT NULL DEFAULT '[]',
    "note" TEXT,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "WorkPackage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkPackageCover" (
    "organisationId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "coveredId" UUID NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "WorkPackageCover_pkey" PRIMARY KEY ("unitId","coveredId")
);

-- CreateTable
CREATE TABLE "WorkPackageServiceArea" (
    "organisationId" UUID NOT NULL,
    "workPackageId" UUID NOT NULL,
    "serviceAreaId" UUID NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "WorkPackageServiceArea_pkey" PRIMARY KEY ("workPackageId","serviceAreaId")
);

-- CreateTable
CREATE TABLE "WorkPackageCoordinator" (
    "organisationId" UUID NOT NULL,
    "workPackageId" UUID NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "WorkPackageCoordinator_pkey" PRIMARY KEY ("workPackageId","userId")
);

-- CreateTable
CREATE TABLE "WorkPackageItem" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "workPackageId" UUID NOT NULL,
    "kind" "WorkPackageItemKind" NOT NULL,
    "type" TEXT,
    "text" TEXT NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "WorkPackageItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkPackageLink" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "workPackageId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "url" TEXT,
    "note" TEXT,
    "atEnd" BOOLEAN NOT NULL DEFAULT false,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "WorkPackageLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "User_organisationId_idx" ON "User"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "User_oidcIssuer_oidcSubject_key" ON "User"("oidcIssuer", "oidcSubject");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE INDEX "Membership_projectId_idx" ON "Membership"("projectId");

-- CreateIndex
CREATE INDEX "Membership_organisationId_idx" ON "Membership"("organisationId");

-- CreateIndex
CREATE INDEX "LoginSession_userId_idx" ON "LoginSession"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_secretHash_key" ON "Invitation"("secretHash");

-- CreateIndex
CREATE INDEX "Action_workPackageId_idx" ON "Action"("workPackageId");

-- CreateIndex
CREATE INDEX "ActionFact_actionId_idx" ON "ActionFact"("actionId");

-- CreateIndex
CREATE INDEX "ScheduleColumn_workPackageId_idx" ON "ScheduleColumn"("workPackageId");

-- CreateIndex
CREATE INDEX "AuditEvent_organisationId_at_idx" ON "AuditEvent"("organisationId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_subjectType_subjectId_idx" ON "AuditEvent"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "CommentThread_reportId_idx" ON "CommentThread"("reportId");

-- CreateIndex
CREATE INDEX "CommentThread_sectionId_idx" ON "CommentThread"("sectionId");

-- CreateIndex
CREATE INDEX "Comment_threadId_idx" ON "Comment"("threadId");

-- CreateIndex
CREATE INDEX "CommunicationRow_projectId_idx" ON "CommunicationRow"("projectId");

-- CreateIndex
CREATE INDEX "CommunicationItem_rowId_idx" ON "CommunicationItem"("rowId");

-- CreateIndex
CREATE INDEX "StoredFile_organisationId_idx" ON "StoredFile"("organisationId");

-- CreateIndex
CREATE INDEX "Evidence_organisationId_idx" ON "Evidence"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportTemplate_key_key" ON "ReportTemplate"("key");

-- CreateIndex
CREATE UNIQUE INDEX "ReportTemplateVersion_templateId_version_key" ON "ReportTemplateVersion"("templateId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "ReportTemplateSection_versionId_key_key" ON "ReportTemplateSection"("versionId", "key");

-- CreateIndex
CREATE INDEX "FinalReport_projectId_idx" ON "FinalReport"("projectId");

-- CreateIndex
CREATE INDEX "FinalReportSection_reportId_idx" ON "FinalReportSection"("reportId");

-- CreateIndex
CREATE INDEX "FinalReportBlock_sectionId_idx" ON "FinalReportBlock"("sectionId");

-- CreateIndex
CREATE UNIQUE INDEX "BlockBinding_blockId_sort_key" ON "BlockBinding"("blockId", "sort");

-- CreateIndex
CREATE INDEX "FinalReportAttachment_reportId_idx" ON "FinalReportAttachment"("reportId");

-- CreateIndex
CREATE INDEX "BudgetTable_projectId_idx" ON "BudgetTable"("projectId");

-- CreateIndex
CREATE INDEX "BudgetLine_tableId_idx" ON "BudgetLine"("tableId");

-- CreateIndex
CREATE INDEX "BudgetNote_tableId_idx" ON "BudgetNote"("tableId");

-- CreateIndex
CREATE INDEX "Actual_projectId_idx" ON "Actual"("projectId");

-- CreateIndex
CREATE INDEX "Forecast_projectId_idx" ON "Forecast"("projectId");

-- CreateIndex
CREATE INDEX "Purchase_workPackageId_idx" ON "Purchase"("workPackageId");

-- CreateIndex
CREATE UNIQUE INDEX "Purchase_projectId_sourceId_key" ON "Purchase"("projectId", "sourceId");

-- CreateIndex
CREATE INDEX "PurchaseContractor_purchaseId_idx" ON "PurchaseContractor"("purchaseId");

-- CreateIndex
CREATE INDEX "Reservation_projectId_idx" ON "Reservation"("projectId");

-- CreateIndex
CREATE INDEX "FinanceNote_projectId_idx" ON "FinanceNote"("projectId");

-- CreateIndex
CREATE INDEX "Indicator_workPackageId_idx" ON "Indicator"("workPackageId");

-- CreateIndex
CREATE INDEX "Indicator_investmentId_idx" ON "Indicator"("investmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Indicator_projectId_sourceId_key" ON "Indicator"("projectId", "sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "IndicatorVersion_indicatorId_version_key" ON "IndicatorVersion"("indicatorId", "version");

-- CreateIndex
CREATE INDEX "IndicatorTarget_indicatorId_idx" ON "IndicatorTarget"("indicatorId");

-- CreateIndex
CREATE INDEX "Measurement_indicatorId_idx" ON "Measurement"("indicatorId");

-- CreateIndex
CREATE INDEX "Measurement_reportId_idx" ON "Measurement"("reportId");

-- CreateIndex
CREATE INDEX "MeasurementCell_measurementId_idx" ON "MeasurementCell"("measurementId");

-- CreateIndex
CREATE UNIQUE INDEX "DataTable_projectId_sourceId_key" ON "DataTable"("projectId", "sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "DataTableColumn_tableId_key_key" ON "DataTableColumn"("tableId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "DataTableCell_tableId_row_column_part_key" ON "DataTableCell"("tableId", "row", "column", "part");

-- CreateIndex
CREATE UNIQUE INDEX "InvestmentLevel_projectId_key_key" ON "InvestmentLevel"("projectId", "key");

-- CreateIndex
CREATE INDEX "Investment_projectId_idx" ON "Investment"("projectId");

-- CreateIndex
CREATE INDEX "Investment_parentId_idx" ON "Investment"("parentId");

-- CreateIndex
CREATE INDEX "SteeringBody_projectId_idx" ON "SteeringBody"("projectId");

-- CreateIndex
CREATE INDEX "Meeting_bodyId_idx" ON "Meeting"("bodyId");

-- CreateIndex
CREATE INDEX "Attendance_meetingId_idx" ON "Attendance"("meetingId");

-- CreateIndex
CREATE INDEX "AgendaItem_meetingId_idx" ON "AgendaItem"("meetingId");

-- CreateIndex
CREATE INDEX "Decision_projectId_idx" ON "Decision"("projectId");

-- CreateIndex
CREATE INDEX "Decision_agendaItemId_idx" ON "Decision"("agendaItemId");

-- CreateIndex
CREATE INDEX "DecisionSubject_decisionId_idx" ON "DecisionSubject"("decisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_key_key" ON "Organisation"("key");

-- CreateIndex
CREATE INDEX "ServiceArea_organisationId_idx" ON "ServiceArea"("organisationId");

-- CreateIndex
CREATE INDEX "ServiceArea_parentId_idx" ON "ServiceArea"("parentId");

-- CreateIndex
CREATE INDEX "PlanChange_projectId_idx" ON "PlanChange"("projectId");

-- CreateIndex
CREATE INDEX "PlanChangeDecision_planChangeId_idx" ON "PlanChangeDecision"("planChangeId");

-- CreateIndex
CREATE UNIQUE INDEX "Programme_key_key" ON "Programme"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Project_key_key" ON "Project"("key");

-- CreateIndex
CREATE INDEX "Project_organisationId_idx" ON "Project"("organisationId");

-- CreateIndex
CREATE INDEX "ProjectGoal_projectId_idx" ON "ProjectGoal"("projectId");

-- CreateIndex
CREATE INDEX "ProjectTargetGroup_projectId_idx" ON "ProjectTargetGroup"("projectId");

-- CreateIndex
CREATE INDEX "ProjectEffect_projectId_idx" ON "ProjectEffect"("projectId");

-- CreateIndex
CREATE INDEX "ProjectFact_projectId_topic_idx" ON "ProjectFact"("projectId", "topic");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewSlide_projectId_no_key" ON "ReviewSlide"("projectId", "no");

-- CreateIndex
CREATE INDEX "OverviewTile_projectId_idx" ON "OverviewTile"("projectId");

-- CreateIndex
CREATE INDEX "OverviewTileWorkPackage_workPackageId_idx" ON "OverviewTileWorkPackage"("workPackageId");

-- CreateIndex
CREATE INDEX "Risk_projectId_idx" ON "Risk"("projectId");

-- CreateIndex
CREATE INDEX "RiskMitigation_riskId_idx" ON "RiskMitigation"("riskId");

-- CreateIndex
CREATE INDEX "RiskAssessment_riskId_idx" ON "RiskAssessment"("riskId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportingPeriod_projectId_key_key" ON "ReportingPeriod"("projectId", "key");

-- CreateIndex
CREATE INDEX "Snapshot_projectId_idx" ON "Snapshot"("projectId");

-- CreateIndex
CREATE INDEX "Snapshot_organisationId_idx" ON "Snapshot"("organisationId");

-- CreateIndex
CREATE INDEX "Snapshot_projectKey_periodKey_idx" ON "Snapshot"("projectKey", "periodKey");

-- CreateIndex
CREATE UNIQUE INDEX "Snapshot_periodId_version_key" ON "Snapshot"("periodId", "version");

-- CreateIndex
CREATE INDEX "StatusReport_periodId_idx" ON "StatusReport"("periodId");

-- CreateIndex
CREATE UNIQUE INDEX "StatusReport_unitId_periodId_key" ON "StatusReport"("unitId", "periodId");

-- CreateIndex
CREATE UNIQUE INDEX "StatusReportEntry_reportId_path_key" ON "StatusReportEntry"("reportId", "path");

-- CreateIndex
CREATE UNIQUE INDEX "StatusReportEvent_reportId_seq_key" ON "StatusReportEvent"("reportId", "seq");

-- CreateIndex
CREATE INDEX "Toimintamalli_projectId_idx" ON "Toimintamalli"("projectId");

-- CreateIndex
CREATE INDEX "Toimintamalli_workPackageId_idx" ON "Toimintamalli"("workPackageId");

-- CreateIndex
CREATE INDEX "ToimintamalliAddress_toimintamalliId_idx" ON "ToimintamalliAddress"("toimintamalliId");

-- CreateIndex
CREATE INDEX "WorkPackage_organisationId_idx" ON "WorkPackage"("organisationId");

-- CreateIndex
CREATE INDEX "WorkPackage_parentId_idx" ON "WorkPackage"("parentId");

-- CreateIndex
CREATE INDEX "WorkPackage_investmentId_idx" ON "WorkPackage"("investmentId");

-- CreateIndex
CREATE UNIQUE INDEX "WorkPackage_projectId_sourceId_key" ON "WorkPackage"("projectId", "sourceId");

-- CreateIndex
CREATE INDEX "WorkPackageCover_coveredId_idx" ON "WorkPackageCover"("coveredId");

-- CreateIndex
CREATE INDEX "WorkPackageServiceArea_serviceAreaId_idx" ON "WorkPackageServiceArea"("serviceAreaId");

-- CreateIndex
CREATE INDEX "WorkPackageCoordinator_userId_idx" ON "WorkPackageCoordinator"("userId");

-- CreateIndex
CREATE INDEX "WorkPackageItem_workPackageId_idx" ON "WorkPackageItem"("workPackageId");

-- CreateIndex
CREATE INDEX "WorkPackageLink_workPackageId_idx" ON "WorkPackageLink"("workPackageId");

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LoginSession" ADD CONSTRAINT "LoginSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionFact" ADD CONSTRAINT "ActionFact_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScheduleColumn" ADD CONSTRAINT "ScheduleColumn_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionScheduleCell" ADD CONSTRAINT "ActionScheduleCell_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionScheduleCell" ADD CONSTRAINT "ActionScheduleCell_columnId_fkey" FOREIGN KEY ("columnId") REFERENCES "ScheduleColumn"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentThread" ADD CONSTRAINT "CommentThread_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "StatusReport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentThread" ADD CONSTRAINT "CommentThread_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "FinalReportSection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "CommentThread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommunicationRow" ADD CONSTRAINT "CommunicationRow_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommunicationRow" ADD CONSTRAINT "CommunicationRow_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommunicationItem" ADD CONSTRAINT "CommunicationItem_rowId_fkey" FOREIGN KEY ("rowId") REFERENCES "CommunicationRow"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_measurementId_fkey" FOREIGN KEY ("measurementId") REFERENCES "Measurement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "IndicatorTarget"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_purchaseId_fkey" FOREIGN KEY ("purchaseId") REFERENCES "Purchase"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_toimintamalliId_fkey" FOREIGN KEY ("toimintamalliId") REFERENCES "Toimintamalli"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "StatusReport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportTemplateVersion" ADD CONSTRAINT "ReportTemplateVersion_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "ReportTemplate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportTemplateSection" ADD CONSTRAINT "ReportTemplateSection_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ReportTemplateVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportTemplateSection" ADD CONSTRAINT "ReportTemplateSection_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "ReportTemplateSection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinalReport" ADD CONSTRAINT "FinalReport_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinalReport" ADD CONSTRAINT "FinalReport_templateVersionId_fkey" FOREIGN KEY ("templateVersionId") REFERENCES "ReportTemplateVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinalReportSection" ADD CONSTRAINT "FinalReportSection_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "FinalReport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinalReportSection" ADD CONSTRAINT "FinalReportSection_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "FinalReportSection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinalReportSection" ADD CONSTRAINT "FinalReportSection_templateSectionId_fkey" FOREIGN KEY ("templateSectionId") REFERENCES "ReportTemplateSection"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinalReportSection" ADD CONSTRAINT "FinalReportSection_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinalReportBlock" ADD CONSTRAINT "FinalReportBlock_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "FinalReportSection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlockBinding" ADD CONSTRAINT "BlockBinding_blockId_fkey" FOREIGN KEY ("blockId") REFERENCES "FinalReportBlock"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlockBinding" ADD CONSTRAINT "BlockBinding_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlockBinding" ADD CONSTRAINT "BlockBinding_measurementId_fkey" FOREIGN KEY ("measurementId") REFERENCES "Measurement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlockBinding" ADD CONSTRAINT "BlockBinding_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "IndicatorTarget"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlockBinding" ADD CONSTRAINT "BlockBinding_investmentId_fkey" FOREIGN KEY ("investmentId") REFERENCES "Investment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinalReportAttachment" ADD CONSTRAINT "FinalReportAttachment_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "FinalReport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinalReportAttachment" ADD CONSTRAINT "FinalReportAttachment_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BudgetTable" ADD CONSTRAINT "BudgetTable_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BudgetLine" ADD CONSTRAINT "BudgetLine_tableId_fkey" FOREIGN KEY ("tableId") REFERENCES "BudgetTable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BudgetLine" ADD CONSTRAINT "BudgetLine_investmentId_fkey" FOREIGN KEY ("investmentId") REFERENCES "Investment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BudgetLine" ADD CONSTRAINT "BudgetLine_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BudgetNote" ADD CONSTRAINT "BudgetNote_tableId_fkey" FOREIGN KEY ("tableId") REFERENCES "BudgetTable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BudgetNote" ADD CONSTRAINT "BudgetNote_investmentId_fkey" FOREIGN KEY ("investmentId") REFERENCES "Investment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BudgetNote" ADD CONSTRAINT "BudgetNote_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Actual" ADD CONSTRAINT "Actual_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Actual" ADD CONSTRAINT "Actual_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Actual" ADD CONSTRAINT "Actual_investmentId_fkey" FOREIGN KEY ("investmentId") REFERENCES "Investment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Actual" ADD CONSTRAINT "Actual_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Forecast" ADD CONSTRAINT "Forecast_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Forecast" ADD CONSTRAINT "Forecast_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Forecast" ADD CONSTRAINT "Forecast_investmentId_fkey" FOREIGN KEY ("investmentId") REFERENCES "Investment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Forecast" ADD CONSTRAINT "Forecast_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Purchase" ADD CONSTRAINT "Purchase_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Purchase" ADD CONSTRAINT "Purchase_investmentId_fkey" FOREIGN KEY ("investmentId") REFERENCES "Investment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Purchase" ADD CONSTRAINT "Purchase_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Purchase" ADD CONSTRAINT "Purchase_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PurchaseContractor" ADD CONSTRAINT "PurchaseContractor_purchaseId_fkey" FOREIGN KEY ("purchaseId") REFERENCES "Purchase"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PurchaseShare" ADD CONSTRAINT "PurchaseShare_purchaseId_fkey" FOREIGN KEY ("purchaseId") REFERENCES "Purchase"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PurchaseShare" ADD CONSTRAINT "PurchaseShare_investmentId_fkey" FOREIGN KEY ("investmentId") REFERENCES "Investment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reservation" ADD CONSTRAINT "Reservation_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reservation" ADD CONSTRAINT "Reservation_investmentId_fkey" FOREIGN KEY ("investmentId") REFERENCES "Investment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinanceNote" ADD CONSTRAINT "FinanceNote_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinanceNote" ADD CONSTRAINT "FinanceNote_investmentId_fkey" FOREIGN KEY ("investmentId") REFERENCES "Investment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Indicator" ADD CONSTRAINT "Indicator_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Indicator" ADD CONSTRAINT "Indicator_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Indicator" ADD CONSTRAINT "Indicator_investmentId_fkey" FOREIGN KEY ("investmentId") REFERENCES "Investment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorVersion" ADD CONSTRAINT "IndicatorVersion_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorTarget" ADD CONSTRAINT "IndicatorTarget_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorTarget" ADD CONSTRAINT "IndicatorTarget_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "IndicatorVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measurement" ADD CONSTRAINT "Measurement_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measurement" ADD CONSTRAINT "Measurement_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "StatusReport"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeasurementCell" ADD CONSTRAINT "MeasurementCell_measurementId_fkey" FOREIGN KEY ("measurementId") REFERENCES "Measurement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataTable" ADD CONSTRAINT "DataTable_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataTable" ADD CONSTRAINT "DataTable_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataTable" ADD CONSTRAINT "DataTable_investmentId_fkey" FOREIGN KEY ("investmentId") REFERENCES "Investment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataTable" ADD CONSTRAINT "DataTable_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataTableColumn" ADD CONSTRAINT "DataTableColumn_tableId_fkey" FOREIGN KEY ("tableId") REFERENCES "DataTable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataTableCell" ADD CONSTRAINT "DataTableCell_tableId_fkey" FOREIGN KEY ("tableId") REFERENCES "DataTable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvestmentLevel" ADD CONSTRAINT "InvestmentLevel_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Investment" ADD CONSTRAINT "Investment_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Investment" ADD CONSTRAINT "Investment_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Investment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Investment" ADD CONSTRAINT "Investment_levelId_fkey" FOREIGN KEY ("levelId") REFERENCES "InvestmentLevel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SteeringBody" ADD CONSTRAINT "SteeringBody_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "SteeringBody"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionSubject" ADD CONSTRAINT "DecisionSubject_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionSubject" ADD CONSTRAINT "DecisionSubject_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionSubject" ADD CONSTRAINT "DecisionSubject_toimintamalliId_fkey" FOREIGN KEY ("toimintamalliId") REFERENCES "Toimintamalli"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionSubject" ADD CONSTRAINT "DecisionSubject_investmentId_fkey" FOREIGN KEY ("investmentId") REFERENCES "Investment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionSubject" ADD CONSTRAINT "DecisionSubject_purchaseId_fkey" FOREIGN KEY ("purchaseId") REFERENCES "Purchase"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionSubject" ADD CONSTRAINT "DecisionSubject_planChangeId_fkey" FOREIGN KEY ("planChangeId") REFERENCES "PlanChange"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceArea" ADD CONSTRAINT "ServiceArea_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceArea" ADD CONSTRAINT "ServiceArea_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "ServiceArea"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanChange" ADD CONSTRAINT "PlanChange_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanChange" ADD CONSTRAINT "PlanChange_investmentId_fkey" FOREIGN KEY ("investmentId") REFERENCES "Investment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanChange" ADD CONSTRAINT "PlanChange_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanChange" ADD CONSTRAINT "PlanChange_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "StatusReport"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanChangeDecision" ADD CONSTRAINT "PlanChangeDecision_planChangeId_fkey" FOREIGN KEY ("planChangeId") REFERENCES "PlanChange"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectGoal" ADD CONSTRAINT "ProjectGoal_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectGoal" ADD CONSTRAINT "ProjectGoal_investmentId_fkey" FOREIGN KEY ("investmentId") REFERENCES "Investment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectTargetGroup" ADD CONSTRAINT "ProjectTargetGroup_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectTargetGroup" ADD CONSTRAINT "ProjectTargetGroup_investmentId_fkey" FOREIGN KEY ("investmentId") REFERENCES "Investment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectEffect" ADD CONSTRAINT "ProjectEffect_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectFact" ADD CONSTRAINT "ProjectFact_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewSlide" ADD CONSTRAINT "ReviewSlide_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OverviewTile" ADD CONSTRAINT "OverviewTile_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OverviewTile" ADD CONSTRAINT "OverviewTile_serviceAreaId_fkey" FOREIGN KEY ("serviceAreaId") REFERENCES "ServiceArea"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OverviewTileWorkPackage" ADD CONSTRAINT "OverviewTileWorkPackage_tileId_fkey" FOREIGN KEY ("tileId") REFERENCES "OverviewTile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OverviewTileWorkPackage" ADD CONSTRAINT "OverviewTileWorkPackage_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Risk" ADD CONSTRAINT "Risk_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskMitigation" ADD CONSTRAINT "RiskMitigation_riskId_fkey" FOREIGN KEY ("riskId") REFERENCES "Risk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskAssessment" ADD CONSTRAINT "RiskAssessment_riskId_fkey" FOREIGN KEY ("riskId") REFERENCES "Risk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskAssessment" ADD CONSTRAINT "RiskAssessment_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportingPeriod" ADD CONSTRAINT "ReportingPeriod_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeriodException" ADD CONSTRAINT "PeriodException_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeriodException" ADD CONSTRAINT "PeriodException_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusReport" ADD CONSTRAINT "StatusReport_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "WorkPackage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusReport" ADD CONSTRAINT "StatusReport_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusReportEntry" ADD CONSTRAINT "StatusReportEntry_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "StatusReport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusReportEntry" ADD CONSTRAINT "StatusReportEntry_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusReportEntry" ADD CONSTRAINT "StatusReportEntry_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusReportEntry" ADD CONSTRAINT "StatusReportEntry_toimintamalliId_fkey" FOREIGN KEY ("toimintamalliId") REFERENCES "Toimintamalli"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusReportEntry" ADD CONSTRAINT "StatusReportEntry_updatedById_fkey" FOREIGN KEY ("updatedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusReportEvent" ADD CONSTRAINT "StatusReportEvent_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "StatusReport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusReportEvent" ADD CONSTRAINT "StatusReportEvent_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Toimintamalli" ADD CONSTRAINT "Toimintamalli_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Toimintamalli" ADD CONSTRAINT "Toimintamalli_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToimintamalliInvestment" ADD CONSTRAINT "ToimintamalliInvestment_toimintamalliId_fkey" FOREIGN KEY ("toimintamalliId") REFERENCES "Toimintamalli"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToimintamalliInvestment" ADD CONSTRAINT "ToimintamalliInvestment_investmentId_fkey" FOREIGN KEY ("investmentId") REFERENCES "Investment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToimintamalliAddress" ADD CONSTRAINT "ToimintamalliAddress_toimintamalliId_fkey" FOREIGN KEY ("toimintamalliId") REFERENCES "Toimintamalli"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkPackage" ADD CONSTRAINT "WorkPackage_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkPackage" ADD CONSTRAINT "WorkPackage_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "WorkPackage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkPackage" ADD CONSTRAINT "WorkPackage_investmentId_fkey" FOREIGN KEY ("investmentId") REFERENCES "Investment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkPackageCover" ADD CONSTRAINT "WorkPackageCover_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "WorkPackage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkPackageCover" ADD CONSTRAINT "WorkPackageCover_coveredId_fkey" FOREIGN KEY ("coveredId") REFERENCES "WorkPackage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkPackageServiceArea" ADD CONSTRAINT "WorkPackageServiceArea_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkPackageServiceArea" ADD CONSTRAINT "WorkPackageServiceArea_serviceAreaId_fkey" FOREIGN KEY ("serviceAreaId") REFERENCES "ServiceArea"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkPackageCoordinator" ADD CONSTRAINT "WorkPackageCoordinator_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkPackageCoordinator" ADD CONSTRAINT "WorkPackageCoordinator_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkPackageItem" ADD CONSTRAINT "WorkPackageItem_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkPackageLink" ADD CONSTRAINT "WorkPackageLink_workPackageId_fkey" FOREIGN KEY ("workPackageId") REFERENCES "WorkPackage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- What the schema language cannot say: row-level security, tenant consistency, append-only tables, checks.
-- Each transaction of the application sets etappi.organisation, etappi.user and etappi.scope (lib/platform/db).
-- ---------------------------------------------------------------------------------------------------------------------

CREATE FUNCTION etappi_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('etappi.organisation', true), '')::uuid $$;

CREATE FUNCTION etappi_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('etappi.user', true), '')::uuid $$;

-- 'county' (default), 'national' or 'system'
CREATE FUNCTION etappi_scope() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting('etappi.scope', true), ''), 'county') $$;

-- A row may only point at rows of its own organisation. Arguments: column, table, column, table …
CREATE FUNCTION etappi_same_organisation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  row_data jsonb := to_jsonb(NEW);
  target uuid;
  found_one boolean;
BEGIN
  FOR i IN 0 .. TG_NARGS - 1 BY 2 LOOP
    target := (row_data ->> TG_ARGV[i])::uuid;
    IF target IS NOT NULL THEN
      EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE id = $1 AND "organisationId" = $2)', TG_ARGV[i + 1])
        INTO found_one USING target, NEW."organisationId";
      IF NOT found_one THEN
        RAISE EXCEPTION 'etappi: %.% points outside its organisation', TG_TABLE_NAME, TG_ARGV[i]
          USING ERRCODE = 'foreign_key_violation';
      END IF;
    END IF;
  END LOOP;
  RETURN NEW;
END $$;

-- Puts both walls on a tenant-owned table. Every later migration calls it for each new table.
CREATE FUNCTION etappi_protect(table_name text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  pairs text;
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
  EXECUTE format(
    'CREATE POLICY organisation ON %I USING ("organisationId" = (SELECT etappi_organisation()) OR (SELECT etappi_scope()) = ''system'')
     WITH CHECK ("organisationId" = (SELECT etappi_organisation()) OR (SELECT etappi_scope()) = ''system'')', table_name);
  SELECT string_agg(quote_literal(child.attname) || ', ' || quote_literal(parent.relname), ', ' ORDER BY child.attname)
    INTO pairs
    FROM pg_constraint key
    JOIN pg_class parent ON parent.oid = key.confrelid
    JOIN pg_attribute child ON child.attrelid = key.conrelid AND child.attnum = key.conkey[1]
   WHERE key.contype = 'f' AND key.conrelid = format('%I', table_name)::regclass AND array_length(key.conkey, 1) = 1
     AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = parent.oid AND a.attname = 'organisationId');
  IF pairs IS NOT NULL THEN
    EXECUTE format('CREATE TRIGGER same_organisation BEFORE INSERT OR UPDATE ON %I
      FOR EACH ROW EXECUTE FUNCTION etappi_same_organisation(%s)', table_name, pairs);
  END IF;
END $$;

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOR tenant_table IN
    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = current_schema() AND c.relkind = 'r'
       AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organisationId' AND a.attnotnull)
     ORDER BY c.relname
  LOOP
    PERFORM etappi_protect(tenant_table);
  END LOOP;
END $$;

-- A person sees their own memberships before their county is known.
CREATE POLICY own_memberships ON "Membership" FOR SELECT USING ("userId" = (SELECT etappi_user()));

-- The national role reads what counties have published, and their names.
CREATE POLICY national_reads ON "Snapshot" FOR SELECT USING ((SELECT etappi_scope()) = 'national');
ALTER TABLE "Organisation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Organisation" FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON "Organisation" FOR SELECT
  USING (id = (SELECT etappi_organisation()) OR (SELECT etappi_scope()) IN ('system', 'national'));
CREATE POLICY system_writes ON "Organisation" USING ((SELECT etappi_scope()) = 'system');

-- Sessions and invitations are read before a county is known: only named system actors reach them.
ALTER TABLE "LoginSession" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "LoginSession" FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON "LoginSession"
  USING ((SELECT etappi_scope()) = 'system' OR EXISTS (
    SELECT 1 FROM "User" u WHERE u.id = "userId" AND u."organisationId" = (SELECT etappi_organisation())));
ALTER TABLE "Invitation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Invitation" FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON "Invitation"
  USING ((SELECT etappi_scope()) = 'system' OR "organisationId" = (SELECT etappi_organisation()));

-- Programme data is everybody's to read and nobody's to write but the system's.
DO $$
DECLARE
  shared_table text;
BEGIN
  FOREACH shared_table IN ARRAY ARRAY['Programme', 'ReportTemplate', 'ReportTemplateVersion', 'ReportTemplateSection'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', shared_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', shared_table);
    EXECUTE format('CREATE POLICY everyone_reads ON %I FOR SELECT USING (true)', shared_table);
    EXECUTE format('CREATE POLICY system_writes ON %I USING ((SELECT etappi_scope()) = ''system'')', shared_table);
  END LOOP;
END $$;

-- Counters of attempts may be lost in a crash without harm; writing them must stay cheap.
ALTER TABLE "RateLimit" SET UNLOGGED;

CREATE FUNCTION etappi_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'etappi: % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Snapshot" FOR EACH ROW EXECUTE FUNCTION etappi_append_only();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON "Snapshot" FOR EACH STATEMENT EXECUTE FUNCTION etappi_append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION etappi_append_only();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON "AuditEvent" FOR EACH STATEMENT EXECUTE FUNCTION etappi_append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "StatusReportEvent" FOR EACH ROW EXECUTE FUNCTION etappi_append_only();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON "StatusReportEvent" FOR EACH STATEMENT EXECUTE FUNCTION etappi_append_only();

ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_body_matches_hash"
  CHECK ("sha256" = encode(sha256(convert_to("body", 'UTF8')), 'hex'));
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_version_positive" CHECK ("version" > 0);

ALTER TABLE "Membership" ADD CONSTRAINT "Membership_project_by_role"
  CHECK (("role" IN ('admin', 'national')) = ("projectId" IS NULL));
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_once" EXCLUDE USING btree
  ("userId" WITH =, coalesce("projectId", '00000000-0000-0000-0000-000000000000'::uuid) WITH =, "role" WITH =);
ALTER TABLE "User" ADD CONSTRAINT "User_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "User" ADD CONSTRAINT "User_oidc_whole" CHECK (("oidcIssuer" IS NULL) = ("oidcSubject" IS NULL));

ALTER TABLE "ReportingPeriod" ADD CONSTRAINT "ReportingPeriod_days_in_order" CHECK ("from" <= "to");
ALTER TABLE "StatusReport" ADD CONSTRAINT "StatusReport_version_positive" CHECK ("version" > 0);
ALTER TABLE "StatusReportEntry" ADD CONSTRAINT "StatusReportEntry_version_positive" CHECK ("version" > 0);
ALTER TABLE "StatusReportEvent" ADD CONSTRAINT "StatusReportEvent_reason_where_needed"
  CHECK ("type" NOT IN ('returned', 'reopened', 'corrected') OR coalesce("reason", '') ~ '\S');

ALTER TABLE "IndicatorVersion" ADD CONSTRAINT "IndicatorVersion_one_current" EXCLUDE USING btree
  ("indicatorId" WITH =) WHERE ("supersededOn" IS NULL);
ALTER TABLE "Measurement" ADD CONSTRAINT "Measurement_unknown_has_no_value"
  CHECK ("unknown" IS NULL OR ("number" IS NULL AND "numberTo" IS NULL AND "yes" IS NULL));
ALTER TABLE "Measurement" ADD CONSTRAINT "Measurement_days_in_order" CHECK ("timeFrom" <= "timeTo");
ALTER TABLE "MeasurementCell" ADD CONSTRAINT "MeasurementCell_unknown_has_no_value" CHECK ("unknown" IS NULL OR "number" IS NULL);
ALTER TABLE "DataTableCell" ADD CONSTRAINT "DataTableCell_unknown_has_no_value"
  CHECK ("unknown" IS NULL OR ("number" IS NULL AND "text" IS NULL));

ALTER TABLE "BudgetLine" ADD CONSTRAINT "BudgetLine_not_in_project_has_no_amount" CHECK (NOT "notInProject" OR "amount" IS NULL);
ALTER TABLE "RiskAssessment" ADD CONSTRAINT "RiskAssessment_scale"
  CHECK ("probability" BETWEEN 1 AND 5 AND "impact" BETWEEN 1 AND 5);

ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_bytes_where_stored" CHECK (("storage" = 'database') = ("bytes" IS NOT NULL));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_points_at_something" CHECK ("url" IS NOT NULL OR "fileId" IS NOT NULL);
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_one_subject" CHECK (
  num_nonnulls("measurementId", "targetId", "actionId", "purchaseId", "decisionId", "toimintamalliId", "reportId") = 1);
ALTER TABLE "DecisionSubject" ADD CONSTRAINT "DecisionSubject_one_subject" CHECK (
  num_nonnulls("workPackageId", "toimintamalliId", "investmentId", "purchaseId", "planChangeId") = 1);
ALTER TABLE "CommentThread" ADD CONSTRAINT "CommentThread_one_place" CHECK (num_nonnulls("reportId", "sectionId") = 1);
ALTER TABLE "BlockBinding" ADD CONSTRAINT "BlockBinding_bound" CHECK (num_nonnulls("indicatorId", "measurementId", "targetId", "investmentId") = 1);
