import { type Finding, taken } from './looking'

type Fault = { times: number; first: string; what: string }
type Made = { shown: number; missing: number; ledOn: number }

/** What a run has seen: how often each screen and file was made, how much was looked at, and every kind of fault once. */
export class Tally {
  readonly made = new Map<string, Made>()
  readonly faults = new Map<string, Fault>()
  readonly totals: Record<string, number> = { values: 0 }

  add(name: string, times = 1): void {
    this.totals[name] = (this.totals[name] ?? 0) + times
  }

  count(name: string, how: keyof Made, times = 1): void {
    const row = this.made.get(name) ?? { shown: 0, missing: 0, ledOn: 0 }
    row[how] += times
    this.made.set(name, row)
  }

  fault(kind: string, where: string, what: string): void {
    const known = this.faults.get(kind)
    if (known) known.times += 1
    else this.faults.set(kind, { times: 1, first: where, what })
  }

  crash(name: string, where: string, error: unknown): void {
    taken()
    this.fault(`crash in ${name}: ${firstLines(error)}`, where, traceOf(error))
  }

  /** Takes what was found while something was made; `isFault` says what of it must not be. */
  take(name: string, where: string, isFault: (finding: Finding, name: string) => boolean): void {
    const { findings, values } = taken()
    this.add('values', values)
    for (const finding of findings)
      if (isFault(finding, name))
        this.fault(`${finding.kind} in ${name}: ${finding.at.slice(0, 120)}`, where, finding.what)
  }
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

const firstLines = (error: unknown): string =>
  error instanceof Error ? `${error.name} ${linesOf(error.message).slice(0, 3).join(' ')}` : String(error)

function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const places = linesOf(error.stack ?? '').filter((line) => /^\s+at /.test(line))
  return `${linesOf(error.message).slice(-1).join()} ${places.slice(0, 4).join('')}`
}
