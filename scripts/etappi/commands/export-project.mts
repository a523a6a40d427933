import fs from 'node:fs'
import path from 'node:path'
import { systemViewer } from '@/lib/access/viewer'
import { exportPackage } from '@/lib/project-packages/commands'
import { largestPackage } from '@/lib/project-packages/format/model'
import type { ExportReason } from '@/lib/project-packages/model'
import { command, done, optional, refused, required } from '../command.mts'

export const exportProject = command({
  name: 'export-project',
  summary: 'writes a project with everything that belongs to it as one file, for another installation or for keeping',
  options: {
    project: required('<key>', 'project, for instance kkk2'),
    out: required('<file>', 'where the package is written'),
    key: optional('<key>', 'key of the project in the package; its own when left out'),
  },
  async run({ project, out, key }) {
    const file = path.resolve(process.env.INIT_CWD ?? '.', out)
    if (!fs.existsSync(path.dirname(file))) return refused('NO_FOLDER', `There is no folder ${path.dirname(file)}.`)
    const made = await exportPackage(systemViewer('operator'), { project, key })
    const sentences: Record<ExportReason, string> = {
      NOT_FOUND: `There is no project ${project}.`,
      NOT_ALLOWED: 'The operator may not take a project out.',
      BAD_KEY: 'A key has small letters a–z, digits and hyphens, at most 40 characters.',
    }
    if (!made.ok) return refused(made.reason, sentences[made.reason])
    const { text, sha256, rows } = made.value
    fs.writeFileSync(file, text)
    const bytes = Buffer.byteLength(text)
    const all = Object.values(rows).reduce((sum, count) => sum + count, 0)
    const large = bytes > largestPackage ? [`It is larger than an import reads (${largestPackage} bytes).`] : []
    return done({ project, key: key ?? project, file, bytes, sha256, rows }, [
      `${file}: ${all} rows in ${Object.keys(rows).length} parts, ${bytes} bytes`,
      ...large,
    ])
  },
})
