import type { TimeSpan, TypedValue } from '@/lib/values/typed-value'

/** A value and its time as the columns of a measurement. */
export function measurementColumns(value: TypedValue, time: TimeSpan) {
  const { asWritten, kind, number, numberTo, qualifier, unit, scope, text, yes, unknown, source, flags } = value
  return {
    ...{ asWritten, kind, number, numberTo, qualifier, unit, scope, text, yes, unknown, source, flags },
    timeAsWritten: time.asWritten,
    timeCode: time.code,
    timeFrom: time.from ? new Date(time.from) : null,
    timeTo: time.to ? new Date(time.to) : null,
    timeBasis: time.basis,
  }
}
