import fs from 'node:fs'
import path from 'node:path'
import { systemViewer } from '@/lib/access/viewer'
import { renderWord } from '@/lib/exports/docx/render'
import { renderReport } from '@/lib/exports/typst/render'
import { exportFinalReport, exportWordReport } from '@/lib/final-report/export/commands'
import { isPdfStandard, pdfStandards } from '@/lib/final-report/export/model'
import { command, done, optional, refused, required } from '../command.mts'

export const finalReport = command({
  name: 'final-report',
  summary: 'writes the final report of a project as a tagged PDF (PDF/UA-1, or PDF/A-3a for the archive) or for Word',
  options: {
    project: required('<key>', 'project, for instance kkk2'),
    out: required('<file>', 'where the file is written'),
    format: optional('<name>', 'pdf (when nothing is said) or docx (Word, for commenting)'),
    standard: optional('<name>', 'of a PDF: ua-1 (accessible; when nothing is said) or a-3a (archive)'),
  },
  async run({ project, out, format = 'pdf', standard = 'ua-1' }) {
    if (format !== 'pdf' && format !== 'docx') return refused('NO_FORMAT', 'The format is pdf or docx.')
    if (!isPdfStandard(standard)) return refused('NO_STANDARD', `The standard is one of ${pdfStandards.join(', ')}.`)
    const file = path.resolve(process.env.INIT_CWD ?? '.', out)
    if (!fs.existsSync(path.dirname(file))) return refused('NO_FOLDER', `There is no folder ${path.dirname(file)}.`)
    const viewer = systemViewer('operator')
    const made =
      format === 'docx'
        ? await exportWordReport(viewer, project, renderWord)
        : await exportFinalReport(viewer, project, renderReport, { standard })
    if (!made.ok) return refused(made.reason, `There is no final report of ${project} to write.`)
    const { bytes, sha256, pages, replaced } = made.value
    fs.writeFileSync(file, bytes)
    const lost =
      replaced.length > 0 ? [`The file cannot hold these characters; they were replaced: ${replaced.join(', ')}`] : []
    const kind = format === 'docx' ? { format } : { format, standard }
    return done({ project, file, ...kind, bytes: bytes.length, sha256, pages, replaced }, [
      `${file}: ${pages} pages`,
      ...lost,
    ])
  },
})
