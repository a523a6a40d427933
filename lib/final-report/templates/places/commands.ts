import 'server-only'
import { randomUUIDv7 } from 'node:crypto'
import type { z } from 'zod'
import type { Viewer } from '@/lib/access/model'
import { changeVersion, type TemplatePlan } from '@/lib/final-report/templates/changes/commands'
import {
  placedUnder,
  placeName,
  shifted,
  shownFault,
  type TemplatePlace,
  type TemplateReason,
  type TemplateVersion,
  withInside,
} from '@/lib/final-report/templates/model'
import type {
  movePlaceSchema,
  newPlaceSchema,
  PlaceFields,
  placeSchema,
  removePlaceSchema,
} from '@/lib/final-report/templates/schema'
import type { Tx } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/values/result'

type Done = { placeId: string }
type Answer<T> = Promise<Result<T | null, TemplateReason>>

/** Adds a place, last under its parent. Reasons as in `changeVersion`; INVALID at the fields. */
export function addPlace(viewer: Viewer, input: z.output<typeof newPlaceSchema>): Answer<Done> {
  const { versionId, version: edits, ...fields } = input
  return changeVersion<Done>(viewer, { versionId, version: edits }, (version) => {
    const id = randomUUIDv7()
    const fault = faultOf(version.places, null, fields)
    if (fault) return fault
    const place: TemplatePlace = { ...fields, id, key: id }
    return ok({
      value: { placeId: id },
      change: { data: { change: 'place_added', place: placeName(place) } },
      write: async (tx) => {
        await tx.reportTemplateSection.create({ data: { ...place, versionId, sort: 0 }, select: { id: true } })
        await keepOrder(tx, placedUnder(version.places, place))
      },
    })
  })
}

/** Changes a place; under another parent it comes last. Reasons as in `addPlace`. */
export function editPlace(viewer: Viewer, input: z.output<typeof placeSchema>): Answer<Done> {
  const { versionId, version: edits, placeId, ...fields } = input
  return changeVersion<Done>(viewer, { versionId, version: edits }, (version) => {
    const place = version.places.find(({ id }) => id === placeId)
    if (!place) return fail('NOT_FOUND')
    const fault = faultOf(version.places, place, fields)
    if (fault) return fault
    const changed = { ...place, ...fields }
    return ok({
      value: { placeId },
      change: { data: { change: 'place_changed', place: placeName(changed), before: placeName(place) } },
      write: async (tx) => {
        await tx.reportTemplateSection.update({ where: { id: placeId }, data: fields, select: { id: true } })
        if (place.parentId !== changed.parentId) await keepOrder(tx, placedUnder(version.places, changed))
      },
    })
  })
}

/** Moves a place before or after its sibling; at the end nothing changes. Reasons as in `changeVersion`. */
export function movePlace(viewer: Viewer, input: z.output<typeof movePlaceSchema>): Answer<Done> {
  const { placeId, direction, ...written } = input
  return changeVersion<Done>(viewer, written, ({ places }) => {
    const place = places.find(({ id }) => id === placeId)
    if (!place) return fail('NOT_FOUND')
    const order = shifted(places, placeId, direction === 'up' ? -1 : 1)
    if (!order) return ok(null)
    return ok({
      value: { placeId },
      change: { data: { change: 'place_moved', place: placeName(place), direction } },
      write: (tx) => keepOrder(tx, order),
    })
  })
}

/**
 * Removes a place with everything inside it and what is asked there; places that showed its content hold their own again.
 * Reasons as in `changeVersion`.
 */
export function removePlace(viewer: Viewer, input: z.output<typeof removePlaceSchema>): Answer<null> {
  const { placeId, ...written } = input
  return changeVersion<null>(viewer, written, (version) => removal(version, placeId))
}

function removal({ id: versionId, places }: TemplateVersion, placeId: string): Result<TemplatePlan<null>, 'NOT_FOUND'> {
  const [place, ...inside] = withInside(places, placeId)
  if (!place) return fail('NOT_FOUND')
  const keys = [place, ...inside].map(({ key }) => key)
  return ok({
    value: null,
    change: { data: { change: 'place_removed', place: placeName(place), inside: inside.length } },
    write: async (tx) => {
      await tx.reportTemplatePrompt.deleteMany({ where: { versionId, placeKey: { in: keys } } })
      await tx.reportTemplateSection.updateMany({
        where: { versionId, showsKey: { in: keys } },
        data: { showsKey: null },
      })
      await tx.reportTemplateSection.delete({ where: { id: placeId }, select: { id: true } })
    },
  })
}

/** Only a place of the same version can be the parent or be shown; no place lies in itself. */
function faultOf(places: readonly TemplatePlace[], place: TemplatePlace | null, { parentId, showsKey }: PlaceFields) {
  if (parentId !== null && !places.some(({ id }) => id === parentId))
    return fail('INVALID', { parentId: 'admin.templates.error.parentMissing' })
  if (place && parentId !== null && withInside(places, place.id).some(({ id }) => id === parentId))
    return fail('INVALID', { parentId: 'admin.templates.error.insideItself' })
  const fault = shownFault(places, place?.key ?? null, showsKey)
  return fault && fail('INVALID', { showsKey: fault })
}

/** One statement: the version may have a hundred places. */
async function keepOrder(tx: Tx, places: readonly TemplatePlace[]): Promise<void> {
  const ids = places.map(({ id }) => id)
  await tx.$executeRaw`
    UPDATE "ReportTemplateSection" s SET sort = o.sort FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS o(id, sort)
    WHERE s.id = o.id AND s.sort <> o.sort`
}
