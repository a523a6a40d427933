-- AlterTable
ALTER TABLE "FinanceNote" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
