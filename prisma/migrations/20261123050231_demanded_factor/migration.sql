-- CreateEnum
CREATE TYPE "FactorRule" AS ENUM ('nobody', 'writers', 'everybody');

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "factorRule" "FactorRule" NOT NULL DEFAULT 'nobody';

-- A county says itself of whom it demands a second factor.
CREATE OR REPLACE FUNCTION etappi_looks_only() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own text[] := ARRAY['brandColour', 'accentColour', 'logoFileId', 'logoAlt', 'settingsVersion', 'roleLabels', 'regionCode',
    'businessId', 'contactEmail', 'factorRule'];
BEGIN
  IF etappi_scope() <> 'system' THEN
    IF (to_jsonb(NEW) - own) <> (to_jsonb(OLD) - own) THEN
      RAISE EXCEPTION 'etappi: only the looks of a county are its own to change' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW."logoFileId" IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "StoredFile" f WHERE f.id = NEW."logoFileId" AND f."organisationId" = NEW.id) THEN
      RAISE EXCEPTION 'etappi: Organisation.logoFileId points outside its organisation' USING ERRCODE = 'foreign_key_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
