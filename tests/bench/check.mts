// bench:check – the check of a whole final report of 24 000 words, and of the same after one section was written anew: the rules
// alone, and all that the server does for it while somebody writes, from the rows of the database to the sentences. Limits
// (issue of the final report): 2 s and 100 ms; the same measurement must miss them when it is kept waiting. --report: prints
// MISSED without failing.
import { performance } from 'node:perf_hooks'
import type { CheckedBlock, CheckedReport, CheckedSection } from '@/lib/final-report/check/model'
import { checkReport, rules } from '@/lib/final-report/check/rules/model'
import { reportWords } from '@/lib/final-report/check/told/model'
import { realReport } from '../final-report/check/real-report.ts'
import { inOtherWords } from './check/long-report.mts'
import { measureWhileWriting } from './check/while-writing.mts'
import { keepRaw, machineLoad } from './product/raw-data.mts'

const limits = { whole: 2000, section: 100 }
const words = 24_000

/** The real report and as much of a copy as it takes; the copy has its own ids, words and numbers, so that nothing stands twice. */
function longReport(): CheckedReport {
  const real = realReport()
  const sections = [...real.sections]
  for (let copy = 1; reportWords({ ...real, sections }) < words; copy++) {
    for (const section of real.sections) {
      if (reportWords({ ...real, sections }) < words) sections.push(copied(section, copy))
    }
  }
  return { ...real, sections }
}

function copied(section: CheckedSection, copy: number): CheckedSection {
  const id = (text: string) => `${text}/${copy}`
  const block = (one: CheckedBlock): CheckedBlock => {
    if (one.type !== 'text') return { ...one, id: id(one.id) }
    const lines = one.lines.map((line) =>
      line.map((piece) => (piece.kind === 'text' ? { ...piece, text: inOtherWords(piece.text) } : piece)),
    )
    return { ...one, id: id(one.id), lines }
  }
  return {
    ...section,
    id: id(section.id),
    parentId: section.parentId && id(section.parentId),
    number: section.number && `${copy + 10}.${section.number}`,
    modelId: null,
    blocks: section.blocks.map(block),
  }
}

/** Milliseconds on the clock, and of processor time: the latter is the same whoever else works on the machine. */
function timed(check: () => unknown): { clock: number; processor: number } {
  const [began, used] = [performance.now(), process.cpuUsage()]
  check()
  const { user, system } = process.cpuUsage(used)
  return { clock: performance.now() - began, processor: (user + system) / 1000 }
}

const median = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN

const report = longReport()
const whole = timed(() => checkReport(report))
/** Each time another section is written anew: a new object, and a new report around it. */
const afterOne = Array.from({ length: 20 }, (_, index) => {
  const at = (index * 7) % report.sections.length
  const changed = { ...report, sections: report.sections.map((one, other) => (other === at ? { ...one } : one)) }
  return timed(() => checkReport(changed))
})
const ofRules = rules.map((rule) => ({ rule: rule.name, ...timed(() => rule.check({ ...report })) }))
const late = timed(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, limits.section + 1))
if (late.clock <= limits.section)
  throw new Error('a check that was kept waiting met the limit: the measurement sees nothing')

const stored = await measureWhileWriting(words, 20)
if (stored.late.clock <= limits.section)
  throw new Error('a check that waited for the database met the limit: the measurement sees nothing')

const section = median(afterOne.map(({ clock }) => clock))
const writing = median(stored.checks.map(({ clock }) => clock))
const raw = keepRaw('check', [
  { what: 'whole', limit: limits.whole, ...whole },
  ...afterOne.map((one) => ({ what: 'one section', limit: limits.section, ...one })),
  ...stored.checks.map((one) => ({ what: 'while writing', limit: limits.section, ...one })),
  ...ofRules,
])
const verdict = (milliseconds: number, limit: number) =>
  `${milliseconds.toFixed(0)} ms (limit ${limit} ms) ${milliseconds <= limit ? 'ok' : 'MISSED'}`
const processor = (all: readonly { processor: number }[]) =>
  `${median(all.map((one) => one.processor)).toFixed(0)} ms of processor time`
console.log(
  `bench:check ${reportWords(report)} words, ${report.sections.length} sections, the first time: ${verdict(whole.clock, limits.whole)}, ${processor([whole])}`,
)
console.log(
  `bench:check after one section was written: median ${verdict(section, limits.section)}, ${processor(afterOne)}, slowest ${Math.max(...afterOne.map(({ clock }) => clock)).toFixed(0)} ms`,
)
console.log(
  `bench:check while writing, ${stored.words} words stored, one section changed, with all that is read: median ${verdict(writing, limits.section)}, ${processor(stored.checks)}, slowest ${Math.max(...stored.checks.map(({ clock }) => clock)).toFixed(0)} ms; the very first ${stored.first.clock.toFixed(0)} ms`,
)
const slowest = ofRules.toSorted((a, b) => b.clock - a.clock).slice(0, 5)
console.log(
  `bench:check rules again: ${slowest.map(({ rule, clock }) => `${rule} ${clock.toFixed(0)} ms`).join(', ')}; planted waits: ${late.clock.toFixed(0)} and ${stored.late.clock.toFixed(0)} ms caught; ${machineLoad()}, ${raw}`,
)
const isMet = [section, writing].every((one) => one <= limits.section) && whole.clock <= limits.whole
process.exit(isMet || process.argv.includes('--report') ? 0 : 1)
