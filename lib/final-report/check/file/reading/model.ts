import type { z } from 'zod'
import { reportOfFile } from '@/lib/final-report/check/file/model'
import { factsFile, reportFile } from '@/lib/final-report/check/file/schema'
import type { CheckedReport } from '@/lib/final-report/check/model'

/** `problems`: what could not be taken and where, one line each. */
type ReadReport =
  | { ok: true; report: CheckedReport; title: string | null; hasFacts: boolean }
  | { ok: false; problems: string[] }

/**
 * A report read from parsed JSON, with the facts given, or with the `facts` that it holds itself. It is taken whole or not at
 * all.
 */
export function readReport(file: unknown, facts: unknown): ReadReport {
  const report = reportFile.safeParse(file)
  if (!report.success) return { ok: false, problems: problemsOf(report.error, 'report') }
  const given = facts ?? report.data.facts ?? null
  const known = given === null ? null : factsFile.safeParse(given)
  if (known && !known.success) return { ok: false, problems: problemsOf(known.error, 'facts') }
  const problems = sectionProblems(report.data)
  if (problems.length > 0) return { ok: false, problems }
  try {
    return {
      ok: true,
      report: reportOfFile(report.data, known?.data ?? null),
      title: report.data.report?.title ?? null,
      hasFacts: known !== null,
    }
  } catch (error) {
    // A value of the facts that has no reading names itself.
    if (error instanceof RangeError) return { ok: false, problems: [`facts.indicators ${error.message}`] }
    throw error
  }
}

/** The same id twice, and a parent or a shown section that is not in the file. */
function sectionProblems({ sections }: z.infer<typeof reportFile>): string[] {
  const ids = new Set<string>()
  const twice = sections.flatMap(({ id }, index) => {
    const isKnown = ids.has(id)
    ids.add(id)
    return isKnown ? [`report.sections[${index}].id: "${id}" is another section's id already`] : []
  })
  const lost = sections.flatMap(({ parent, shows }, index) =>
    [
      { key: 'parent', id: parent },
      { key: 'shows', id: shows },
    ].flatMap(({ key, id }) =>
      id != null && !ids.has(id) ? [`report.sections[${index}].${key}: there is no section "${id}"`] : [],
    ),
  )
  return [...twice, ...lost]
}

function problemsOf(error: z.ZodError, file: string): string[] {
  return error.issues.map(({ path, message }) => {
    const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
    return `${file}${place}: ${message}`
  })
}
