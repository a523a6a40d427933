import { z } from 'zod'
import { placeWords, standings } from '@/lib/final-report/import/plan/model'

const place = { project: z.string().min(1).max(100), import: z.uuid('reportImport.reason.NOT_FOUND') }

/** Lets a read file go. */
export const removeImportSchema = z.object(place)

const choose = 'finalReport.error.choose'
const placeField = z.union([z.enum(placeWords), z.uuid()], { error: choose })
const standingField = z.enum(standings, { error: choose })

/** The sections of the report as the person saw them: "id:version", parted by semicolons. */
const seenSections = z
  .string()
  .max(200_000)
  .regex(/^(?:[0-9a-f-]{36}:\d+(?:;|$))*$/, 'reportImport.reason.STALE')
  .transform(
    (text) =>
      new Map(
        text.split(';').flatMap((one): [string, number][] => {
          const [id, version] = one.split(':')
          return id && version ? [[id, Number(version)]] : []
        }),
      ),
  )

/** Takes a read file in: `place/h3` says where a heading goes, `standing/<section>` what becomes of the text there. */
export const takeImportSchema = z
  .looseObject({ ...place, version: seenSections })
  .transform(({ project, import: id, version: seen, ...form }, context) => {
    const places: Record<string, z.output<typeof placeField>> = {}
    const kept: Record<string, z.output<typeof standingField>> = {}
    for (const [name, value] of Object.entries(form)) {
      const [, kind, key = ''] = /^(place|standing)\/(h\d+|[0-9a-f-]{36})$/.exec(name) ?? []
      if (kind === undefined) continue
      const read = kind === 'place' ? placeField.safeParse(value) : standingField.safeParse(value)
      if (!read.success) context.addIssue({ code: 'custom', path: [name], message: choose })
      else if (kind === 'place') places[key] = read.data as z.output<typeof placeField>
      else kept[key] = read.data as z.output<typeof standingField>
    }
    return { project, id, seen, choices: { places, standings: kept } }
  })
export type TakeInput = z.output<typeof takeImportSchema>

/** `?file=WRONG_SHAPE&at=sections[3].id`: what came of the last file, with the places at fault. */
export function readImportAnswer(given: Readonly<Record<string, string | string[] | undefined>>) {
  const file = z
    .string()
    .max(40)
    .nullable()
    .catch(null)
    .parse(given.file ?? null)
  const all = [given.at ?? []].flat()
  return { file, at: all.filter((place) => /^[\p{L}\p{N}_.,/[\] -]{1,160}$/u.test(place)).slice(0, 8) }
}
