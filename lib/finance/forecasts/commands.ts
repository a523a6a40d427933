import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { storedActual } from '@/lib/finance/actuals/commands'
import { type FinanceReason, keepFinance, strangePlaces } from '@/lib/finance/commands'
import { forecastKey, forecastLines } from '@/lib/finance/forecasts/model'
import type { ForecastInput } from '@/lib/finance/forecasts/schema'
import { listForecasts } from '@/lib/finance/queries'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Writes a forecast down. One about the same thing is replaced and kept. Reasons: NOT_FOUND, NOT_ALLOWED, INVALID (a place of
 * another project, at its field; a day before the replaced one's), STALE (another forecast is in force than the person saw).
 */
export function addForecast(
  viewer: Viewer,
  { replaces, ...input }: ForecastInput,
): Promise<Result<{ id: string }, FinanceReason>> {
  return keepFinance<{ id: string }, 'INVALID' | 'STALE'>(viewer, input.projectId, async (keeping) => {
    const { tx, projectId, organisationId } = keeping
    // Two forecasts about the same thing are written one after the other.
    await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ${projectId}::uuid FOR NO KEY UPDATE`
    const strange = await strangePlaces(viewer, keeping, input)
    if (strange) return fail('INVALID', strange)
    const rows = await listForecasts(viewer, projectId)
    const current =
      forecastLines(rows).find((line) => forecastKey(line.current) === forecastKey(input))?.current ?? null
    if ((current?.id ?? null) !== replaces) return fail('STALE')
    if (current?.asOf && current.asOf > input.asOf) return fail('INVALID', { asOf: 'finance.error.beforeReplaced' })
    const last = await tx.forecast.aggregate({ where: { projectId }, _max: { sort: true } })
    const data = { ...storedActual(input), projectId, organisationId, sort: (last._max.sort ?? -1) + 1 }
    const { id } = await tx.forecast.create({ data, select: { id: true } })
    await keeping.record('forecast.added', { type: 'forecast', id }, { amount: input.amount, replaces })
    return ok({ id })
  })
}
