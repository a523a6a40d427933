-- CreateEnum
CREATE TYPE "CommentVisibility" AS ENUM ('internal', 'steering');

-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('submitted', 'resubmitted', 'returned', 'approved', 'reopened', 'corrected', 'comment', 'mention', 'due_in_7_days', 'due_tomorrow', 'late', 'reminder');

-- CreateEnum
CREATE TYPE "NotificationChoice" AS ENUM ('soon', 'daily', 'off');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('waiting', 'sending', 'sent', 'failed');

-- AlterEnum
ALTER TYPE "ReportSection" ADD VALUE 'risks';

-- AlterTable
ALTER TABLE "CommentThread" ADD COLUMN     "resolvedById" UUID,
ADD COLUMN     "visibility" "CommentVisibility" NOT NULL DEFAULT 'internal';

-- AlterTable
ALTER TABLE "Measurement" ADD COLUMN     "correctionId" UUID,
ADD COLUMN     "replacedById" UUID;

-- AlterTable
ALTER TABLE "PeriodException" ADD COLUMN     "allowedById" UUID,
ADD COLUMN     "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "Snapshot" ADD COLUMN     "findings" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "StatusReportEntry" ADD COLUMN     "undoText" TEXT;

-- CreateTable
CREATE TABLE "LocalCopyKey" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "sessionId" UUID,
    "secret" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LocalCopyKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "answer" JSONB,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("userId","key")
);

-- CreateTable
CREATE TABLE "CommentMention" (
    "organisationId" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "CommentMention_pkey" PRIMARY KEY ("commentId","userId")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "happening" TEXT NOT NULL,
    "projectId" UUID NOT NULL,
    "periodId" UUID,
    "reportId" UUID,
    "threadId" UUID,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "mailId" UUID,
    "skippedAt" TIMESTAMPTZ,

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NotificationSetting" (
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "choice" "NotificationChoice" NOT NULL,

    CONSTRAINT "NotificationSetting_pkey" PRIMARY KEY ("userId","kind")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" "MailState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leasedUntil" TIMESTAMPTZ,
    "sentAt" TIMESTAMPTZ,
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "indicatorId" UUID,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Presence" (
    "organisationId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "tab" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "path" TEXT,
    "seenAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("reportId","tab")
);

-- CreateIndex
CREATE INDEX "LocalCopyKey_userId_idx" ON "LocalCopyKey"("userId");

-- CreateIndex
CREATE INDEX "LocalCopyKey_sessionId_idx" ON "LocalCopyKey"("sessionId");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE INDEX "CommentMention_userId_idx" ON "CommentMention"("userId");

-- CreateIndex
CREATE INDEX "Notification_mailId_idx" ON "Notification"("mailId");

-- CreateIndex
CREATE INDEX "Notification_projectId_idx" ON "Notification"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_userId_kind_happening_key" ON "Notification"("userId", "kind", "happening");

-- CreateIndex
CREATE INDEX "Mail_state_nextAttemptAt_idx" ON "Mail"("state", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "Mail_userId_idx" ON "Mail"("userId");

-- CreateIndex
CREATE INDEX "Mail_organisationId_idx" ON "Mail"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Correction_eventId_key" ON "Correction"("eventId");

-- CreateIndex
CREATE INDEX "Correction_reportId_idx" ON "Correction"("reportId");

-- CreateIndex
CREATE INDEX "Correction_indicatorId_idx" ON "Correction"("indicatorId");

-- CreateIndex
CREATE UNIQUE INDEX "Measurement_replacedById_key" ON "Measurement"("replacedById");

-- AddForeignKey
ALTER TABLE "LocalCopyKey" ADD CONSTRAINT "LocalCopyKey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdempotencyKey" ADD CONSTRAINT "IdempotencyKey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentThread" ADD CONSTRAINT "CommentThread_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentMention" ADD CONSTRAINT "CommentMention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentMention" ADD CONSTRAINT "CommentMention_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measurement" ADD CONSTRAINT "Measurement_replacedById_fkey" FOREIGN KEY ("replacedById") REFERENCES "Measurement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measurement" ADD CONSTRAINT "Measurement_correctionId_fkey" FOREIGN KEY ("correctionId") REFERENCES "Correction"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "StatusReport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "CommentThread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationSetting" ADD CONSTRAINT "NotificationSetting_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeriodException" ADD CONSTRAINT "PeriodException_allowedById_fkey" FOREIGN KEY ("allowedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "StatusReport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "StatusReportEvent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "StatusReport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Snapshots learn the last day of their period. They are append-only and guarded even against the owner: both are lifted
-- for this one statement.
SELECT set_config('etappi.scope', 'system', false);
ALTER TABLE "Snapshot" ADD COLUMN "periodTo" DATE;
ALTER TABLE "Snapshot" DISABLE TRIGGER append_only;
UPDATE "Snapshot" AS snapshot SET "periodTo" = period."to" FROM "ReportingPeriod" AS period WHERE period.id = snapshot."periodId";
ALTER TABLE "Snapshot" ENABLE TRIGGER append_only;
ALTER TABLE "Snapshot" ALTER COLUMN "periodTo" SET NOT NULL;
SELECT set_config('etappi.scope', '', false);

-- ---------------------------------------------------------------------------------------------------------------------
-- Row-level security, tenant consistency, append-only tables, checks.
-- ---------------------------------------------------------------------------------------------------------------------

-- The tie of a table's references to its own organisation, made anew when a migration adds references to a known table.
CREATE FUNCTION etappi_tie(table_name text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  pairs text;
BEGIN
  EXECUTE format('DROP TRIGGER IF EXISTS same_organisation ON %I', table_name);
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

-- Both walls of a tenant-owned table, as before; the tie is now the one above.
CREATE OR REPLACE FUNCTION etappi_protect(table_name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
  EXECUTE format(
    'CREATE POLICY organisation ON %I USING ("organisationId" = (SELECT etappi_organisation()) OR (SELECT etappi_scope()) = ''system'')
     WITH CHECK ("organisationId" = (SELECT etappi_organisation()) OR (SELECT etappi_scope()) = ''system'')', table_name);
  PERFORM etappi_tie(table_name);
END $$;

SELECT etappi_protect(new_table) FROM unnest(ARRAY[
  'Correction', 'Presence', 'CommentMention', 'Notification', 'NotificationSetting', 'Mail', 'LocalCopyKey', 'IdempotencyKey'
]) AS new_table;
SELECT etappi_tie(changed_table) FROM unnest(ARRAY['PeriodException', 'CommentThread', 'Measurement']) AS changed_table;

-- Who is writing may be lost in a crash without harm; telling it must stay cheap.
ALTER TABLE "Presence" SET UNLOGGED;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Correction" FOR EACH ROW EXECUTE FUNCTION etappi_append_only();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON "Correction" FOR EACH STATEMENT EXECUTE FUNCTION etappi_append_only();

ALTER TABLE "PeriodException" ADD CONSTRAINT "PeriodException_reason_given"
  CHECK ("reason" ~ '\S' AND "allowedBy" ~ '\S');
ALTER TABLE "ReportingPeriod" ADD CONSTRAINT "ReportingPeriod_round_in_order" CHECK (
  coalesce("opensOn" <= "dueOn", true) AND coalesce("dueOn" <= "closesOn", true) AND coalesce("opensOn" <= "closesOn", true));
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_changes_something" CHECK ("before" <> "after");
ALTER TABLE "CommentThread" ADD CONSTRAINT "CommentThread_resolved_by_somebody"
  CHECK ("resolvedById" IS NULL OR "resolvedAt" IS NOT NULL);
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_sent_has_its_time" CHECK (("state" = 'sent') = ("sentAt" IS NOT NULL));
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_attempts_counted" CHECK ("attempts" >= 0);
