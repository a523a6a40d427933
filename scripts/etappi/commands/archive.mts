import fs from 'node:fs'
import path from 'node:path'
import { systemViewer } from '@/lib/access/viewer'
import { packArchive, verifyArchive } from '@/lib/exports/archive/package'
import { renderReport } from '@/lib/exports/typst/render'
import { exportArchive } from '@/lib/final-report/archive/commands'
import { command, done, type Outcome, optional, refused } from '../command.mts'

const faults = {
  NOT_AN_ARCHIVE: 'the file is not a ZIP that can be read',
  NO_MANIFEST: 'there is no manifest-sha256.txt',
  MISSING: 'is listed but not there',
  CHANGED: 'is not what the manifest says',
  NOT_LISTED: 'is not in the manifest',
  UNREADABLE_LINE: 'is no line of a manifest',
}

export const archive = command({
  name: 'archive',
  summary:
    'writes the archive package of a locked final report (PDFs, attachments, data, SHA-256 manifest), or verifies one',
  options: {
    project: optional('<key>', 'project whose newest locked report is packed, for instance kkk2'),
    out: optional('<file>', 'where the package is written'),
    edition: optional('<number>', 'edition of the report; the newest when left out'),
    verify: optional('<file>', 'a package to be verified; needs no database'),
    manifest: optional('<sha256>', 'the sum of its manifest, as it was told when the package was made'),
  },
  needsDatabase: ({ verify }) => verify === undefined,
  async run({ project, out, edition, verify, manifest }) {
    const place = (name: string) => path.resolve(process.env.INIT_CWD ?? '.', name)
    if (verify !== undefined) return verified(place(verify), manifest)
    if (project === undefined || out === undefined)
      return refused('WHAT', 'Give either --project and --out, or --verify.')
    if (edition !== undefined && !/^[1-9]\d{0,4}$/.test(edition)) {
      return refused('NOT_UNDERSTOOD', 'The edition is a whole number from 1.')
    }
    const file = place(out)
    if (!fs.existsSync(path.dirname(file))) return refused('NO_FOLDER', `There is no folder ${path.dirname(file)}.`)
    const number = edition === undefined ? null : Number(edition)
    const make = { render: renderReport, pack: packArchive }
    const made = await exportArchive(systemViewer('operator'), project, make, number)
    if (!made.ok) return refused(made.reason, `There is no locked final report of ${project} to pack.`)
    const { bytes, ...told } = made.value
    fs.writeFileSync(file, bytes)
    return done({ project, file, bytes: bytes.length, ...told }, [
      `${file}: ${told.files} files`,
      `SHA-256 of the manifest: ${told.manifest}`,
    ])
  },
})

function verified(file: string, manifest: string | undefined): Outcome {
  if (!fs.existsSync(file)) return refused('NO_FILE', `There is no file ${file}.`)
  const check = verifyArchive(fs.readFileSync(file))
  const lines = check.faults.map(({ fault, path: where }) => [where, faults[fault]].filter(Boolean).join(' '))
  if (manifest !== undefined && check.manifest !== null && check.manifest !== manifest) {
    lines.push('the manifest is not the one whose sum was given')
  }
  const data = { file, ...check }
  if (lines.length > 0) return refused('NOT_WHOLE', `${file} is not whole.`, { data, lines })
  return done(data, [
    `${file}: ${check.files} files are as the manifest says`,
    `SHA-256 of the manifest: ${check.manifest}`,
  ])
}
