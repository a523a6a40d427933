-- AlterTable
ALTER TABLE "TreasuryFile" ADD COLUMN     "content" TEXT NOT NULL;

-- CreateTable
CREATE TABLE "FigureSheet" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "periodId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "takenAt" TIMESTAMPTZ,
    "fieldCount" INTEGER,

    CONSTRAINT "FigureSheet_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FigureSheet_periodId_idx" ON "FigureSheet"("periodId");

-- AddForeignKey
ALTER TABLE "FigureSheet" ADD CONSTRAINT "FigureSheet_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FigureSheet" ADD CONSTRAINT "FigureSheet_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FigureSheet" ADD CONSTRAINT "FigureSheet_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FigureSheet" ADD CONSTRAINT "FigureSheet_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

SELECT etappi_protect('FigureSheet');
