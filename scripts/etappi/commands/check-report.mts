import fs from 'node:fs'
import path from 'node:path'
import { systemViewer } from '@/lib/access/viewer'
import { type JudgedFinding, judged } from '@/lib/final-report/check/acceptances/model'
import { checkStoredReport } from '@/lib/final-report/check/acceptances/queries'
import { readReport } from '@/lib/final-report/check/file/reading/model'
import { severityLabels } from '@/lib/final-report/check/labels'
import { type CheckedReport, severities } from '@/lib/final-report/check/model'
import { checkReport, countFindings } from '@/lib/final-report/check/rules/model'
import { reportWords, type ToldFinding, toldFinding } from '@/lib/final-report/check/told/model'
import { isLocale, type Words, words } from '@/lib/platform/words'
import { findProject } from '@/lib/projects/queries'
import { columns, command, done, type Outcome, optional, refused } from '../command.mts'

type Found = {
  report: CheckedReport
  findings: readonly JudgedFinding[]
  about: Record<string, unknown>
  notes: string[]
}

export const checkReportCommand = command({
  name: 'check-report',
  summary:
    'checks a final report: numbers, references, figures, toimintamallit, attachments, repeated and missing text',
  options: {
    project: optional('<key>', 'project whose report is checked, for instance kkk2'),
    file: optional('<report.json>', 'or a written report as a file; needs no database'),
    facts: optional('<facts.json>', 'facts of the file: indicators, toimintamallit, figures, tables, attachments'),
    locale: optional('<fi|sv|en>', "language of the messages; the report's own when left out"),
  },
  needsDatabase: ({ project }) => project !== undefined,
  async run({ project, file, facts, locale }) {
    if ((project === undefined) === (file === undefined)) {
      return refused('WHICH_REPORT', 'Give either --project or --file.')
    }
    if (locale !== undefined && !isLocale(locale)) return refused('NO_LOCALE', `There is no language ${locale}.`)
    const found = file === undefined ? await ofProject(project ?? '') : ofFile(file, facts)
    return 'ok' in found ? found : tell(found, words(locale ?? found.report.language))
  },
})

async function ofProject(key: string): Promise<Found | Outcome> {
  const viewer = systemViewer('operator')
  const project = await findProject(viewer, key)
  const checked = project && (await checkStoredReport(viewer, project.id))
  if (!checked) return refused('NOT_FOUND', `There is no final report of ${key} to check.`)
  return { ...checked, about: { project: key }, notes: [] }
}

function ofFile(file: string, facts: string | undefined): Found | Outcome {
  const place = (name: string) => path.resolve(process.env.INIT_CWD ?? '.', name)
  const given = readJson(place(file))
  if ('ok' in given) return given
  const factsPlace = facts === undefined ? besideReport(place(file)) : place(facts)
  const isInside = facts === undefined && typeof given.json === 'object' && given.json !== null && 'facts' in given.json
  const data = factsPlace === null || isInside ? null : readJson(factsPlace)
  if (data && 'ok' in data) return data
  const read = readReport(given.json, data?.json ?? null)
  if (!read.ok) {
    const count = read.problems.length
    const shown = read.problems.slice(0, 20)
    const sentence = `${file} cannot be taken: ${count} ${count === 1 ? 'place does' : 'places do'} not fit.`
    return refused('INVALID', sentence, { data: { problems: read.problems }, lines: shown })
  }
  const from = read.hasFacts ? (isInside ? file : factsPlace) : null
  return {
    report: read.report,
    findings: judged(checkReport(read.report), []),
    about: { file, title: read.title, facts: from },
    notes: from === null ? ['Checked without data: there are no facts beside the report.'] : [`Facts: ${from}`],
  }
}

/** syli-narrative.json has its facts in syli.json. */
function besideReport(file: string): string | null {
  const beside = file.replace(/-narrative(?=\.json$)/, '')
  return beside !== file && fs.existsSync(beside) ? beside : null
}

function readJson(file: string): { json: unknown } | Outcome {
  if (!fs.existsSync(file)) return refused('NO_FILE', `There is no file ${file}.`)
  try {
    return { json: JSON.parse(fs.readFileSync(file, 'utf8')) }
  } catch (error) {
    return refused('NOT_JSON', `${file} is not JSON: ${(error as Error).message}`)
  }
}

function tell({ report, about, notes, ...found }: Found, t: Words): Outcome {
  const findings = found.findings.map((finding) => toldFinding(finding, report, t, finding.acceptance))
  const { bySeverity, byRule } = countFindings(findings)
  const count = reportWords(report)
  const data = {
    ...about,
    language: report.language,
    sections: report.sections.length,
    words: count,
    bySeverity,
    byRule,
  }
  const sums = columns([
    ...Object.entries(byRule).map(([rule, found]) => [t(`reportCheck.rule.${rule}.title`), String(found)]),
    ...severities.map((severity) => [t(severityLabels[severity]), String(bySeverity[severity])]),
  ])
  return {
    ...done(data, [
      ...findings.map((one) => lineOf(one, t)),
      '',
      ...sums,
      '',
      `${count} words. ${notes.join(' ')}`.trim(),
    ]),
    findings,
  }
}

function lineOf({ severity, place, message }: ToldFinding, t: Words): string {
  return `${t(severityLabels[severity])}  ${place.number ?? place.section}  ${message}`
}
