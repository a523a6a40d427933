-- AlterTable
ALTER TABLE "DestructionList" ADD COLUMN     "withdrawReason" TEXT,
ADD COLUMN     "withdrawnAt" TIMESTAMPTZ;

-- A list is withdrawn with a reason, and only while nobody has decided on it; a withdrawn one is never decided on.
ALTER TABLE "DestructionList" ADD CONSTRAINT "DestructionList_taken_back_wholly"
  CHECK (("withdrawnAt" IS NULL) = (coalesce("withdrawReason", '') !~ '\S'));
ALTER TABLE "DestructionList" ADD CONSTRAINT "DestructionList_taken_back_undecided"
  CHECK ("withdrawnAt" IS NULL OR "decidedAt" IS NULL);
