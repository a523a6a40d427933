import fs from 'node:fs'
import path from 'node:path'
import { systemViewer } from '@/lib/access/viewer'
import { reviewPdf } from '@/lib/exports/typst/render-review'
import { exportReview } from '@/lib/steering/review/export/commands'
import { readReviewQuery } from '@/lib/steering/review/schema'
import { command, done, optional, refused, required } from '../command.mts'

export const review = command({
  name: 'review',
  summary: 'writes the review of a published period as a tagged PDF (PDF/UA-1)',
  options: {
    project: required('<key>', 'project, for instance kkk2'),
    period: required('<key>', 'published period, for instance 2025-Q3'),
    out: required('<file>', 'where the file is written'),
    locale: optional('<fi|sv>', 'language; Finnish when left out'),
    sections: optional('<names>', 'only these, for instance planChanges,finance'),
    version: optional('<number>', 'publication of the period; the newest when left out'),
  },
  async run({ project, period, out, ...asked }) {
    const file = path.resolve(process.env.INIT_CWD ?? '.', out)
    if (!fs.existsSync(path.dirname(file))) return refused('NO_FOLDER', `There is no folder ${path.dirname(file)}.`)
    const given = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined)
    const choice = readReviewQuery(new URLSearchParams(given), 'fi')
    const made = await exportReview(
      systemViewer('operator'),
      { projectKey: project, periodKey: period, ...choice },
      reviewPdf,
    )
    if (!made.ok) return refused(made.reason, `There is no published review of ${project} ${period} to write.`)
    const { bytes, sha256, pages, replaced } = made.value
    fs.writeFileSync(file, bytes)
    const lost = replaced.length > 0 ? [`No font has these characters; they were replaced: ${replaced.join(', ')}`] : []
    const data = { project, period, file, bytes: bytes.length, sha256, pages, replaced }
    return done(data, [`${file}: ${pages} pages`, ...lost])
  },
})
