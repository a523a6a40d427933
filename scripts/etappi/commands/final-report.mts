import fs from 'node:fs'
import path from 'node:path'
import { systemViewer } from '@/lib/access/viewer'
import { renderReport } from '@/lib/exports/typst/render'
import { exportFinalReport } from '@/lib/final-report/export/commands'
import { command, done, refused, required } from '../command.mts'

export const finalReport = command({
  name: 'final-report',
  summary: 'writes the final report of a project as a tagged PDF (PDF/UA-1)',
  options: {
    project: required('<key>', 'project, for instance kkk2'),
    out: required('<file>', 'where the file is written'),
  },
  async run({ project, out }) {
    const file = path.resolve(process.env.INIT_CWD ?? '.', out)
    if (!fs.existsSync(path.dirname(file))) return refused('NO_FOLDER', `There is no folder ${path.dirname(file)}.`)
    const made = await exportFinalReport(systemViewer('operator'), project, renderReport)
    if (!made.ok) return refused(made.reason, `There is no final report of ${project} to write.`)
    const { bytes, sha256, pages, replaced } = made.value
    fs.writeFileSync(file, bytes)
    const lost = replaced.length > 0 ? [`No font has these characters; they were replaced: ${replaced.join(', ')}`] : []
    return done({ project, file, bytes: bytes.length, sha256, pages, replaced }, [`${file}: ${pages} pages`, ...lost])
  },
})
