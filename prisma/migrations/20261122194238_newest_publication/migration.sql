-- DropIndex
DROP INDEX "Snapshot_projectId_idx";

-- CreateIndex
CREATE INDEX "Snapshot_projectId_periodTo_version_idx" ON "Snapshot"("projectId", "periodTo" DESC, "version" DESC);
