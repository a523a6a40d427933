import type { CheckedReport } from '@/lib/final-report/check/model'
import { Recent } from '@/lib/values/recent'

/** As many reports as are being written at once in a county; what is known of another is read anew. */
const known = new Recent<CheckedReport>(8)

/**
 * The report with what was read of it the last time: whatever says the same is the same object again, so that the rules look
 * only at what has changed. It is compared word by word: nothing that this reader was not given comes along.
 */
export function remembered(name: string, report: CheckedReport): CheckedReport {
  const before = known.get(name)
  return known.keep(name, before ? takenOver(before, report) : report)
}

/** The newer report made of the parts of the older one where these say the same; the older one itself when all of them do. */
export function takenOver(before: CheckedReport, now: CheckedReport): CheckedReport {
  // Words are read by the rules of their language.
  if (before.language !== now.language) return now
  const parts = {
    sections: listKept(before.sections, now.sections),
    attachments: listKept(before.attachments, now.attachments),
    measures: listKept(before.measures, now.measures),
    models: listKept(before.models, now.models),
  }
  const names = Object.keys(parts) as (keyof typeof parts)[]
  return names.every((name) => parts[name] === before[name]) ? before : { language: now.language, ...parts }
}

/** Each part is kept that says the same; the list itself when all of them do, in the same order. */
function listKept<P extends { id: string }>(before: readonly P[], now: readonly P[]): readonly P[] {
  if (before === now) return before
  const older = new Map(before.map((part) => [part.id, part]))
  const kept = now.map((part) => {
    const was = older.get(part.id)
    return was && (was === part || textOf(was) === textOf(part)) ? was : part
  })
  return kept.length === before.length && kept.every((part, index) => part === before[index]) ? before : kept
}

const texts = new WeakMap<object, string>()

function textOf(part: object): string {
  const before = texts.get(part)
  if (before !== undefined) return before
  const text = JSON.stringify(part)
  texts.set(part, text)
  return text
}
