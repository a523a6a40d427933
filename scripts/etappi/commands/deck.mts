import fs from 'node:fs'
import path from 'node:path'
import { systemViewer } from '@/lib/access/viewer'
import { reviewDeck } from '@/lib/exports/pptx/deck'
import { exportReview } from '@/lib/steering/review/export/commands'
import { reviewSectionKeys } from '@/lib/steering/review/model'
import { readReviewQuery } from '@/lib/steering/review/schema'
import { command, done, optional, refused, required } from '../command.mts'

export const deck = command({
  name: 'deck',
  summary: 'writes the slides of a published period for the steering group (.pptx)',
  options: {
    project: required('<key>', 'project, for instance kkk2'),
    period: required('<key>', 'published period, for instance 2025-Q3'),
    out: required('<file>', 'where the file is written'),
    sections: optional('<names>', `only these, with commas between: ${reviewSectionKeys.join(', ')}`),
    locale: optional('<fi|sv>', 'language; Finnish when left out'),
    version: optional('<number>', 'publication of the period; the newest when left out'),
  },
  async run({ project, period, out, ...asked }) {
    const file = path.resolve(process.env.INIT_CWD ?? '.', out)
    if (!fs.existsSync(path.dirname(file))) return refused('NO_FOLDER', `There is no folder ${path.dirname(file)}.`)
    const wrong = misunderstood(asked)
    if (wrong) return refused('NOT_UNDERSTOOD', wrong)
    const given = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined)
    const choice = readReviewQuery(new URLSearchParams(given), 'fi')
    const request = { projectKey: project, periodKey: period, ...choice }
    const made = await exportReview(systemViewer('operator'), request, reviewDeck)
    if (!made.ok) return refused(made.reason, `There is no published review of ${project} ${period} to make slides of.`)
    const { bytes, sha256, pages: slides, replaced } = made.value
    fs.writeFileSync(file, bytes)
    const lost =
      replaced.length > 0 ? [`No file can hold these characters; they were replaced: ${replaced.join(', ')}`] : []
    const data = { project, period, file, bytes: bytes.length, sha256, slides, replaced }
    return done(data, [`${file}: ${slides} slides`, ...lost])
  },
})

/** A page leaves out what it does not understand; here somebody typed it and wants to know. */
function misunderstood({ sections, locale, version }: Partial<Record<'sections' | 'locale' | 'version', string>>) {
  const keys: readonly string[] = reviewSectionKeys
  const unknown = sections?.split(',').find((key) => !keys.includes(key))
  if (unknown !== undefined) return `There is no section "${unknown}". The sections are ${keys.join(', ')}.`
  if (locale !== undefined && locale !== 'fi' && locale !== 'sv') return 'The language is fi or sv.'
  if (version !== undefined && !/^[1-9]\d{0,4}$/.test(version)) return 'The version is a whole number from 1.'
  return null
}
