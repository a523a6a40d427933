import fs from 'node:fs'
import path from 'node:path'
import { systemViewer } from '@/lib/access/viewer'
import { words } from '@/lib/platform/words'
import { importPackage } from '@/lib/project-packages/commands'
import { largestPackage } from '@/lib/project-packages/format/model'
import type { ImportAnswer, Imported } from '@/lib/project-packages/model'
import { toldDifference, toldFinding, toldNote } from '@/lib/project-packages/told/model'
import { command, done, flag, type Outcome, optional, refused, required } from '../command.mts'

export const importProject = command({
  name: 'import-project',
  summary: 'takes a project package in, whole or not at all; the same package again changes nothing',
  options: {
    file: required('<file>', 'a package, as export-project writes it or as docs/project-package.md tells'),
    key: optional('<key>', 'another key for the project; that of the package when left out'),
    'dry-run': flag('tells what would happen and changes nothing'),
  },
  async run({ file, key, 'dry-run': dryRun }) {
    const place = path.resolve(process.env.INIT_CWD ?? '.', file)
    if (!fs.existsSync(place)) return refused('NO_FILE', `There is no file ${place}.`)
    const { size } = fs.statSync(place)
    // Told before it is read: a file of that size would have to be held in memory.
    if (size > largestPackage) {
      return refused('TOO_LARGE', `${place} has ${size} bytes; a package has at most ${largestPackage}.`)
    }
    const text = fs.readFileSync(place, 'utf8')
    const answer = await importPackage(systemViewer('operator'), { text, key, dryRun: dryRun !== undefined })
    return answer.ok ? told(place, answer.value) : notTaken(place, answer)
  },
})

const sentences: Record<Imported['outcome'], string> = {
  imported: 'was taken in',
  tried: 'would be taken in; nothing was changed',
  identical: 'is here already, identical; nothing was changed',
}

function told(file: string, value: Imported): Outcome {
  const rows = Object.entries(value.rows).map(([part, count]) => `  ${part}: ${count}`)
  const notes = value.notes.map((note) => `  ${toldNote(note, words('en'))}`)
  return done({ file, ...value }, [
    `The project ${value.key} of ${value.organisation} ${sentences[value.outcome]}.`,
    ...(value.outcome === 'identical' ? [] : rows),
    ...(notes.length > 0 ? ['To be known:', ...notes] : []),
  ])
}

function notTaken(file: string, answer: Extract<ImportAnswer, { ok: false }>): Outcome {
  const t = words('en')
  if (answer.reason === 'NOT_ALLOWED') return refused(answer.reason, 'The operator may not bring a project in.')
  if (answer.reason === 'DIFFERS') {
    return refused(answer.reason, `The project is here already and differs from ${file}. Nothing was changed.`, {
      data: { differences: answer.differences },
      lines: answer.differences.flatMap((difference) => toldDifference(difference, t)),
    })
  }
  const { findings, total } = answer
  const more = total > findings.length ? [`… and ${total - findings.length} more`] : []
  const sentence = `${file} cannot be taken in: ${total} ${total === 1 ? 'place does' : 'places do'} not fit. Nothing was changed.`
  return refused(answer.reason, sentence, {
    data: { findings, total },
    lines: [...findings.map((finding) => toldFinding(finding, t)), ...more],
  })
}
