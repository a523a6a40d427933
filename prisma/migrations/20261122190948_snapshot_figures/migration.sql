-- CreateTable
CREATE TABLE "SnapshotFigures" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "snapshotId" UUID NOT NULL,
    "format" INTEGER NOT NULL,
    "figures" JSONB NOT NULL,

    CONSTRAINT "SnapshotFigures_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SnapshotFigures_snapshotId_format_key" ON "SnapshotFigures"("snapshotId", "format");

-- AddForeignKey
ALTER TABLE "SnapshotFigures" ADD CONSTRAINT "SnapshotFigures_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT etappi_protect('SnapshotFigures');
CREATE POLICY national_reads ON "SnapshotFigures" FOR SELECT USING ((SELECT etappi_scope()) = 'national');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "SnapshotFigures" FOR EACH ROW EXECUTE FUNCTION etappi_append_only();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON "SnapshotFigures" FOR EACH STATEMENT EXECUTE FUNCTION etappi_append_only();
ALTER TABLE "SnapshotFigures" ADD CONSTRAINT "SnapshotFigures_format_positive" CHECK ("format" > 0);
