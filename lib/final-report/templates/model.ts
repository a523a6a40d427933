import type { SectionKind } from '@/lib/final-report/model'

/** A chapter or question of a template. `key` is the same in every version: by it a place is known again. */
export type TemplatePlace = {
  id: string
  parentId: string | null
  key: string
  /** As the programme gives it; gaps are allowed */
  number: string | null
  kind: SectionKind
  titleFi: string
  titleSv: string | null
  /** Help for the writer */
  promptFi: string | null
  promptSv: string | null
  /** The place whose content stands here as well: one source, two places */
  showsKey: string | null
}

/** What is asked besides the question: in every section of a kind, or in one place. */
export type TemplatePrompt = {
  id: string
  key: string
  kind: SectionKind | null
  placeKey: string | null
  textFi: string
  textSv: string | null
}

export type TemplateContent = { places: TemplatePlace[]; prompts: TemplatePrompt[] }

/** A version of a template with its places in reading order. It is written until it has its day of publication. */
export type TemplateVersion = TemplateContent & {
  id: string
  version: number
  publishedAt: Date | null
  note: string | null
  /** Counts the changes of a version being written */
  edits: number
  template: { id: string; key: string; name: string; own: boolean }
}

/** `reports`: how many reports of the viewer's county were begun with the version. */
export type VersionRow = {
  id: string
  version: number
  publishedAt: Date | null
  note: string | null
  places: number
  reports: number
}

/** A template as the list tells it, its newest version first. */
export type TemplateRow = {
  id: string
  key: string
  name: string
  own: boolean
  /** The template it was made from, and its name */
  basisId: string | null
  basis: string | null
  versions: VersionRow[]
}

/** A version that another can be compared with. */
export type VersionChoice = { id: string; name: string; version: number }

/** Why a change of a template was not made. Each has one sentence in the catalogues. */
export type TemplateReason = 'NOT_FOUND' | 'NOT_ALLOWED' | 'STALE' | 'PUBLISHED' | 'EMPTY' | 'INVALID' | 'SIGN_IN_AGAIN'

export type PlaceNode = TemplatePlace & { children: PlaceNode[] }

/** The places as a tree, each level in the order given. */
export function placeTree(places: readonly TemplatePlace[], parentId: string | null = null): PlaceNode[] {
  return places
    .filter((place) => place.parentId === parentId)
    .map((place) => ({ ...place, children: placeTree(places, place.id) }))
}

/** Every place before what is inside it, siblings in the order given. */
export function inReadingOrder(places: readonly TemplatePlace[], parentId: string | null = null): TemplatePlace[] {
  return places
    .filter((place) => place.parentId === parentId)
    .flatMap((place) => [place, ...inReadingOrder(places, place.id)])
}

/** A place with everything inside it. */
export function withInside(places: readonly TemplatePlace[], id: string): TemplatePlace[] {
  return [...places.filter((place) => place.id === id), ...inReadingOrder(places, id)]
}

/** The order after a place has changed places with the sibling before or after it; null when there is none. */
export function shifted(places: readonly TemplatePlace[], id: string, by: -1 | 1): TemplatePlace[] | null {
  const moved = places.find((place) => place.id === id)
  if (!moved) return null
  const siblings = places.filter((place) => place.parentId === moved.parentId)
  const other = siblings[siblings.indexOf(moved) + by]
  if (!other) return null
  return inReadingOrder(places.map((place) => (place === moved ? other : place === other ? moved : place)))
}

/** The order after a place has come last under another, or last of all. */
export function placedUnder(places: readonly TemplatePlace[], place: TemplatePlace): TemplatePlace[] {
  return inReadingOrder([...places.filter(({ id }) => id !== place.id), place])
}

/** "4.1 Question" as people see a place; in Finnish where the language has no text of its own. */
export function placeName({ number, titleFi, titleSv }: TemplatePlace, language: string = 'fi'): string {
  const title = (language === 'sv' && titleSv) || titleFi
  return number ? `${number} ${title}` : title
}

/** Whether the version may be changed: it is the county's own and not published. */
export function isWritten({ template, publishedAt }: TemplateVersion): boolean {
  return template.own && publishedAt === null
}

/** The version being written, if there is one. */
export function unpublished({ versions }: TemplateRow): VersionRow | undefined {
  return versions.find(({ publishedAt }) => publishedAt === null)
}

/** The version that reports are begun with. */
export function newestPublished({ versions }: TemplateRow): VersionRow | undefined {
  return versions.find(({ publishedAt }) => publishedAt !== null)
}

/**
 * Why a place cannot show the content of another: it would show itself, the other holds no content of its own, or this one's
 * content stands elsewhere. So content is never shown in a circle. Null when it can; the key of a message otherwise.
 */
export function shownFault(places: readonly TemplatePlace[], key: string | null, showsKey: string | null) {
  if (showsKey === null) return null
  const shown = places.find((place) => place.key === showsKey)
  if (!shown) return 'admin.templates.error.showsMissing'
  if (shown.key === key) return 'admin.templates.error.showsItself'
  if (shown.showsKey !== null) return 'admin.templates.error.showsShown'
  if (key !== null && places.some((place) => place.showsKey === key)) return 'admin.templates.error.isShown'
  return null
}

/** A place that is not there yet, under the place named in the address: what it most likely is. */
export function newPlace(places: readonly TemplatePlace[], under: unknown): Omit<TemplatePlace, 'id' | 'key'> {
  const parent = places.find(({ id }) => id === under)
  const none = { number: null, titleSv: null, promptFi: null, promptSv: null, showsKey: null }
  return { ...none, parentId: parent?.id ?? null, kind: parent ? 'question' : 'chapter', titleFi: '' }
}
