import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { readAsViewer } from '@/lib/access/viewer'
import { changeOf } from '@/lib/finance/effects/model'
import { emptyMoney, type Money } from '@/lib/finance/overview/model'
import { sql } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'

type Effect = Omit<Money['effects'][number], 'inForce' | 'change'> & {
  oldAmount: string | null
  newAmount: string | null
}
type Read = Omit<Money, 'effects'> & { effects: Effect[] }

/** All the money of a project in one statement; amounts leave the database as text. Nothing for those who may not see it. */
export async function readMoney(viewer: Viewer, projectId: string): Promise<Money> {
  const { organisationId = null, id } = visibleProjects(viewer)
  const ids = id?.in ?? null
  const [read] = await readAsViewer<Read>(
    viewer,
    sql`
      SELECT coalesce((
               SELECT json_agg(json_build_object(
                 'id', b.id, 'source', b.source, 'stated', b."statedTotal"::text, 'statedAsWritten', b."statedTotalAsWritten",
                 'lines', coalesce((
                   SELECT json_agg(json_build_object(
                     'id', l.id, 'investmentId', l."investmentId", 'workPackageId', l."workPackageId", 'year', l.year,
                     'costType', l."costType", 'fundingSource', l."fundingSource", 'amount', l.amount::text,
                     'notInProject', l."notInProject",
                     'fundingShares', coalesce((
                       SELECT json_agg(json_build_object('source', s.source, 'percent', s.percent::text, 'note', s.note)
                                       ORDER BY s.source)
                         FROM "FundingShare" s WHERE s."budgetLineId" = l.id), '[]'::json)) ORDER BY l.sort)
                     FROM "BudgetLine" l WHERE l."tableId" = b.id), '[]'::json),
                 'notes', coalesce((
                   SELECT json_agg(json_build_object('id', n.id, 'kind', n.kind, 'text', n.text) ORDER BY n.kind, n.sort)
                     FROM "BudgetNote" n WHERE n."tableId" = b.id), '[]'::json)) ORDER BY b.sort)
                 FROM "BudgetTable" b WHERE b."projectId" = p.id), '[]'::json) AS tables,
             ${moneyRows('Actual')} AS actuals,
             ${moneyRows('Forecast')} AS forecasts,
             coalesce((
               SELECT json_agg(json_build_object(
                 'investmentId', h."investmentId", 'workPackageId', h."workPackageId", 'amount', h.amount::text,
                 'shares', coalesce((
                   SELECT json_agg(json_build_object('investmentId', s."investmentId", 'amount', s.amount::text))
                     FROM "PurchaseShare" s WHERE s."purchaseId" = h.id), '[]'::json)) ORDER BY h.sort)
                 FROM "Purchase" h WHERE h."projectId" = p.id), '[]'::json) AS purchases,
             coalesce((
               SELECT json_agg(json_build_object('investmentId', r."investmentId", 'amount', r.amount::text) ORDER BY r.sort)
                 FROM "Reservation" r WHERE r."projectId" = p.id), '[]'::json) AS reservations,
             coalesce((
               SELECT json_agg(json_build_object('id', n.id, 'investmentId', n."investmentId", 'text', n.text, 'version', n.version)
                               ORDER BY n.sort)
                 FROM "FinanceNote" n WHERE n."projectId" = p.id), '[]'::json) AS notes,
             coalesce((
               SELECT json_agg(json_build_object('source', s.source, 'percent', s.percent::text, 'note', s.note)
                               ORDER BY s.source)
                 FROM "FundingShare" s
                WHERE s."projectId" = p.id AND s."budgetLineId" IS NULL AND s."purchaseId" IS NULL), '[]'::json) AS shares,
             p.version,
             coalesce((
               SELECT json_agg(json_build_object(
                 'id', e.id, 'planChangeId', c.id, 'title', c.title, 'state', c.state, 'inForceFrom', c."inForceFrom",
                 'investmentId', e."investmentId", 'workPackageId', e."workPackageId", 'year', e.year,
                 'costType', e."costType", 'oldAmount', e."oldAmount"::text, 'newAmount', e."newAmount"::text)
                 ORDER BY c.sort, e.sort)
                 FROM "PlanChangeEffect" e JOIN "PlanChange" c ON c.id = e."planChangeId"
                WHERE c."projectId" = p.id), '[]'::json) AS effects
        FROM "Project" p
       WHERE p.id = ${projectId}::uuid
         AND (${organisationId}::uuid IS NULL OR p."organisationId" = ${organisationId}::uuid)
         AND (${ids}::uuid[] IS NULL OR p.id = ANY (${ids}::uuid[]))`,
  )
  if (!read) return emptyMoney
  const effects = read.effects.map(({ oldAmount, newAmount, ...effect }) => ({
    ...effect,
    inForce: effect.state === 'in_force',
    change: changeOf({ oldAmount, newAmount }),
  }))
  return { ...read, effects }
}

/** toteuma and ennuste have the same columns. The table's name is one of two words of this file, never input. */
function moneyRows(table: 'Actual' | 'Forecast') {
  const columns = sql`
    SELECT json_agg(json_build_object(
      'id', m.id, 'periodId', m."periodId", 'investmentId', m."investmentId", 'workPackageId', m."workPackageId",
      'costType', m."costType", 'fundingSource', m."fundingSource", 'amount', m.amount::text,
      'amountAsWritten', m."amountAsWritten", 'asOf', m."asOf", 'note', m.note, 'version', m.version)
      ORDER BY m.sort, m.id)`
  return table === 'Actual'
    ? sql`coalesce((${columns} FROM "Actual" m WHERE m."projectId" = p.id), '[]'::json)`
    : sql`coalesce((${columns} FROM "Forecast" m WHERE m."projectId" = p.id), '[]'::json)`
}
