import fs from 'node:fs'
import path from 'node:path'
import { systemViewer } from '@/lib/access/viewer'
import {
  type ChainFinding,
  type ChainHead,
  chainStart,
  followChain,
  headText,
  readChainLine,
  readHead,
} from '@/lib/audit-log/chain/model'
import { checkChain } from '@/lib/audit-log/chain/queries'
import { exportLog } from '@/lib/audit-log/commands'
import { organisations } from '@/lib/audit-log/queries'
import { command, done, type Outcome, optional, refused, required } from '../command.mts'

const here = (file: string): string => path.resolve(process.env.INIT_CWD ?? '.', file)

const faultSentences: Record<ChainFinding['fault'], string> = {
  gap: 'rows are missing before it',
  parted: 'it does not follow the row before it',
  altered: 'it is not what was recorded',
  unlinked: 'it is in no chain',
}
const findingLine = ({ fault, eventId, position }: ChainFinding): string =>
  `  ${position ?? '–'}  ${eventId}  ${faultSentences[fault]}`

export const auditVerify = command({
  name: 'audit-verify',
  summary: 'follows the chain of hashes through the audit log and finds rows that were altered, removed or slipped in',
  options: {
    organisation: optional('<key>', 'county; every one when left out'),
    head: optional('<place:hash>', 'head kept earlier; finds rows taken off the end (needs --organisation)'),
    file: optional('<file>', 'an exported log, instead of the database'),
  },
  needsDatabase: ({ file }) => file === undefined,
  async run({ organisation, head, file }) {
    const kept = head === undefined ? null : readHead(head)
    if (head !== undefined && !kept) return refused('BAD_HEAD', '--head takes a place, a colon and a hash.')
    if (file !== undefined) return verifyFile(here(file), kept)
    if (kept && !organisation) return refused('WHICH_COUNTY', '--head needs --organisation.')
    const all = await organisations(systemViewer('operator'))
    const asked = all.filter(({ key }) => organisation === undefined || key === organisation)
    if (organisation && asked.length === 0) return refused('NOT_FOUND', `There is no organisation ${organisation}.`)
    const data = []
    const lines: string[] = []
    for (const { id, key } of asked) {
      const found = await checkChain(systemViewer('operator', id), kept)
      if (!found) continue
      const cut = found.keptHeadFound === false
      data.push({ organisation: key, ...found, head: headText(found.head) })
      lines.push(
        `${key}: ${found.rows} rows, ${found.faults} faults, head ${headText(found.head)}`,
        ...found.findings.map(findingLine),
        ...(cut ? ['  the kept head is not in the chain any more: rows were removed from its end'] : []),
      )
    }
    const broken = data.filter(({ faults, keptHeadFound }) => faults > 0 || keptHeadFound === false)
    return broken.length > 0
      ? refused('BROKEN', 'The audit log is not what was recorded.', { data, lines })
      : done(data, lines)
  },
})

function verifyFile(file: string, kept: ChainHead | null): Outcome {
  if (!fs.existsSync(file)) return refused('NO_FILE', `There is no file ${file}.`)
  const rows = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map(readChainLine)
  const wrong = rows.indexOf(null)
  if (wrong >= 0) return refused('NOT_A_LOG', `Line ${wrong + 1} is not a row of an exported log.`)
  const known = rows.filter((row) => row !== null)
  const { head, findings } = followChain(chainStart, known)
  const has = kept && known.some(({ link }) => link?.position === kept.position && link.hash === kept.hash)
  const data = {
    rows: known.length,
    head: headText(head),
    faults: findings.length,
    findings,
    keptHeadFound: kept && has,
  }
  const lines = [
    `${known.length} rows, ${findings.length} faults, head ${headText(head)}`,
    ...findings.map(findingLine),
  ]
  return findings.length > 0 || has === false
    ? refused('BROKEN', 'The log is not what was recorded.', { data, lines })
    : done(data, lines)
}

export const auditExport = command({
  name: 'audit-export',
  summary: 'writes the whole audit log of a county as JSON lines with its chain of hashes',
  options: {
    organisation: required('<key>', 'county'),
    out: required('<file>', 'where it is written'),
  },
  async run({ organisation, out }) {
    const file = here(out)
    if (!fs.existsSync(path.dirname(file))) return refused('NO_FOLDER', `There is no folder ${path.dirname(file)}.`)
    const county = (await organisations(systemViewer('operator'))).find(({ key }) => key === organisation)
    if (!county) return refused('NOT_FOUND', `There is no organisation ${organisation}.`)
    const made = await exportLog(systemViewer('operator', county.id))
    if (!made.ok) return refused(made.reason, 'The operator may not read the log.')
    const { text, rows, sha256, head } = made.value
    fs.writeFileSync(file, text)
    return done({ file, rows, sha256, head: headText(head) }, [
      `${file}: ${rows} rows`,
      `Head ${headText(head)} – keep it: with it, rows taken off the end are found later.`,
    ])
  },
})
