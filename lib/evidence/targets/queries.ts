import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { TargetFigure } from '@/lib/evidence/model'
import { dayText, decimalText } from '@/lib/platform/columns'

/** What the sentence of a target is made of, as part of another read. */
export const targetFields = {
  role: true,
  operator: true,
  operatorText: true,
  asWritten: true,
  text: true,
  number: true,
  unit: true,
  timeAsWritten: true,
  timeCode: true,
  timeFrom: true,
  timeTo: true,
} as const satisfies Prisma.IndicatorTargetSelect

type Stored = Prisma.IndicatorTargetGetPayload<{ select: typeof targetFields }>

/** A stored target with exact texts for its number and days. */
export function toTargetFigure(row: Stored): TargetFigure {
  const { timeAsWritten, timeCode, timeFrom, timeTo, number, ...rest } = row
  const days = { from: dayText(timeFrom), to: dayText(timeTo) }
  return {
    ...rest,
    number: decimalText(number),
    time: { asWritten: timeAsWritten, code: timeCode, ...days, basis: null },
  }
}
