import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { heldIndicator, type KeepReason } from '@/lib/indicators/held/commands'
import type { TargetOperator } from '@/lib/indicators/model'
import type { NewTarget, Superseding } from '@/lib/indicators/targets/schema'
import { now } from '@/lib/platform/clock'
import { dateInHelsinki } from '@/lib/values/calendar'
import { parseReasonKey, timeReasonKey } from '@/lib/values/labels'
import { parseTime } from '@/lib/values/parse-time'
import { parseTypedValue } from '@/lib/values/parse-value'
import { fail, ok, type Result } from '@/lib/values/result'
import type { TimeSpan } from '@/lib/values/typed-value'

type Done<Reason extends string> = Promise<Result<{ indicatorId: string }, KeepReason | Reason>>

/**
 * Sets a target. A comparison and a change need a number; a direction and a state are words. Reasons: NOT_FOUND, NOT_ALLOWED,
 * STALE, INVALID (the limit or the time cannot be read; at the field).
 */
export function addTarget(viewer: Viewer, given: NewTarget): Done<'INVALID'> {
  const { project: _place, indicatorId, version, role, operator, limit, time: when, definition, source } = given
  return heldIndicator<'INVALID'>(viewer, { indicatorId, version }, 'target.set', async (tx, { organisationId }) => {
    const current = await tx.indicatorVersion.findFirst({
      where: { indicatorId, supersededOn: null },
      select: { id: true, unit: true },
    })
    const read = readLimit(operator, limit, current?.unit ?? null)
    if (!read.ok) return fail('INVALID', { limit: read.message })
    const time = readWhen(when)
    if (!time.ok) return fail('INVALID', { time: time.message })
    const last = await tx.indicatorTarget.aggregate({ where: { indicatorId }, _max: { sort: true } })
    const { asWritten, code, from, to } = time.value ?? { asWritten: null, code: null, from: null, to: null }
    await tx.indicatorTarget.create({
      data: {
        ...read.value,
        organisationId,
        indicatorId,
        versionId: current?.id ?? null,
        role,
        operator,
        timeAsWritten: asWritten,
        timeCode: code,
        timeFrom: from === null ? null : new Date(from),
        timeTo: to === null ? null : new Date(to),
        definition,
        source,
        sort: (last._max.sort ?? -1) + 1,
      },
    })
    return ok({ role, operator, limit, time: when })
  })
}

/**
 * Ends a target from a day on; it stays to be read with its reason. Reasons: NOT_FOUND (indicator, target in force),
 * NOT_ALLOWED, STALE, INVALID (a day that is still to come; at the field).
 */
export function supersedeTarget(viewer: Viewer, given: Superseding): Done<'INVALID'> {
  const { project: _place, indicatorId, version, targetId, on, reason } = given
  return heldIndicator<'INVALID'>(viewer, { indicatorId, version }, 'target.superseded', async (tx) => {
    const today = dateInHelsinki(now())
    const day = on ?? today
    if (day > today) return fail('INVALID', { on: 'indicators.error.dayAhead' })
    const { count } = await tx.indicatorTarget.updateMany({
      where: { id: targetId, indicatorId, supersededOn: null, supersededAt: null },
      data: { supersededOn: new Date(day), supersededReason: reason },
    })
    return count === 0 ? fail('NOT_FOUND') : ok({ targetId, on: day, reason })
  })
}

type Limit = { asWritten: string | null; text: string | null; number: string | null; unit: string | null }
type Read<T> = { ok: true; value: T } | { ok: false; message: string }

const inWords: readonly TargetOperator[] = ['state', 'direction', 'comparator']

function readLimit(operator: TargetOperator, limit: string | null, unit: string | null): Read<Limit> {
  const nothing = { asWritten: limit, text: null, number: null, unit: null }
  if (limit === null) {
    // Which way is better is said by the indicator: a direction need not repeat it.
    return operator === 'direction'
      ? { ok: true, value: nothing }
      : { ok: false, message: 'indicators.error.limitMissing' }
  }
  if (inWords.includes(operator)) return { ok: true, value: { ...nothing, text: limit } }
  const asked = operator === 'change_percent' ? '%' : unit
  const read = parseTypedValue(limit, { kind: asked === null ? 'number' : null, unit: asked, locale: 'fi' })
  if (!read.ok) return { ok: false, message: parseReasonKey(read.reason) }
  const { number, numberTo, unit: own } = read.value
  if (number === null || numberTo !== null) return { ok: false, message: 'indicators.error.limitNumber' }
  return { ok: true, value: { asWritten: limit, text: null, number, unit: asked ?? own } }
}

function readWhen(when: string | null): Read<TimeSpan | null> {
  if (when === null) return { ok: true, value: null }
  const read = parseTime(when)
  return read.ok ? read : { ok: false, message: timeReasonKey(read.reason) }
}
