-- Local or national belongs to the definition, which has versions. Every version keeps what held for its indicator until now;
-- an indicator that has no definition gets one that knows it by its label.
-- The owner of the tables is bound by row-level security, too, unless it is a superuser.
SELECT set_config('etappi.scope', 'system', false);
INSERT INTO "IndicatorVersion" ("id", "organisationId", "indicatorId", "version", "name")
SELECT gen_random_uuid(), i."organisationId", i."id", 1, i."sourceId" FROM "Indicator" i
 WHERE NOT EXISTS (SELECT 1 FROM "IndicatorVersion" v WHERE v."indicatorId" = i."id");
ALTER TABLE "IndicatorVersion" ADD COLUMN "scope" "IndicatorScope";
UPDATE "IndicatorVersion" v SET "scope" = i."scope" FROM "Indicator" i WHERE i."id" = v."indicatorId";
SELECT set_config('etappi.scope', '', false);
ALTER TABLE "IndicatorVersion" ALTER COLUMN "scope" SET NOT NULL;
ALTER TABLE "Indicator" DROP COLUMN "scope";
