import { inReadingOrder, type TemplateContent, type TemplatePlace } from '@/lib/final-report/templates/model'

/** What is worth a look before a version is published; none of it forbids that. */
export type TemplateWarnings = {
  /** Questions that a report in Swedish would ask in Finnish */
  withoutSwedish: TemplatePlace[]
  /** Places with the same number, number by number */
  sameNumber: { number: string; places: TemplatePlace[] }[]
  /** Chapters with nothing inside them and nothing that says what to write */
  emptyChapters: TemplatePlace[]
}

/** Looks through a version; what it finds is in reading order. */
export function templateWarnings({ places, prompts }: TemplateContent): TemplateWarnings {
  const numbered = Map.groupBy(
    places.filter(({ number }) => number !== null),
    ({ number }) => number ?? '',
  )
  return {
    withoutSwedish: places.filter(({ kind, titleSv }) => kind === 'question' && titleSv === null),
    sameNumber: [...numbered]
      .map(([number, same]) => ({ number, places: same }))
      .filter((one) => one.places.length > 1),
    emptyChapters: places.filter(
      (place) =>
        place.kind === 'chapter' &&
        place.promptFi === null &&
        place.showsKey === null &&
        inReadingOrder(places, place.id).length === 0 &&
        !prompts.some(({ placeKey }) => placeKey === place.key),
    ),
  }
}

/** How many things are worth a look. */
export function warningCount({ withoutSwedish, sameNumber, emptyChapters }: TemplateWarnings): number {
  return withoutSwedish.length + sameNumber.length + emptyChapters.length
}
