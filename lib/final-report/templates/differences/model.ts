import type { TemplateContent, TemplatePlace, TemplatePrompt } from '@/lib/final-report/templates/model'

export const placeParts = ['number', 'kind', 'titleFi', 'titleSv', 'promptFi', 'promptSv', 'showsKey'] as const
export type PlacePart = (typeof placeParts)[number]

type Changed = { before: TemplatePlace; after: TemplatePlace; parts: PlacePart[] }
type Moved = { before: TemplatePlace; after: TemplatePlace; from: TemplatePlace | null; to: TemplatePlace | null }

/** What another version has that the earlier one has not, place by place; the order is that of the version the place is in. */
export type TemplateDifferences = {
  added: TemplatePlace[]
  removed: TemplatePlace[]
  changed: Changed[]
  moved: Moved[]
  promptsAdded: TemplatePrompt[]
  promptsRemoved: TemplatePrompt[]
  promptsChanged: { before: TemplatePrompt; after: TemplatePrompt }[]
}

/** Places and prompts are known again by their keys, whatever became of their numbers and titles. */
export function templateDifferences(before: TemplateContent, after: TemplateContent): TemplateDifferences {
  const pairs = paired(before.places, after.places)
  const prompts = paired(before.prompts, after.prompts)
  return {
    added: onlyIn(after.places, before.places),
    removed: onlyIn(before.places, after.places),
    changed: pairs
      .map(([old, now]) => ({ before: old, after: now, parts: placeParts.filter((part) => old[part] !== now[part]) }))
      .filter(({ parts }) => parts.length > 0),
    moved: movedPlaces(before.places, after.places),
    promptsAdded: onlyIn(after.prompts, before.prompts),
    promptsRemoved: onlyIn(before.prompts, after.prompts),
    promptsChanged: prompts
      .filter(([old, now]) => promptParts.some((part) => old[part] !== now[part]))
      .map(([old, now]) => ({ before: old, after: now })),
  }
}

const promptParts = ['textFi', 'textSv', 'kind', 'placeKey'] as const

/** How many things differ. */
export function differenceCount(differences: TemplateDifferences): number {
  return Object.values(differences).reduce((count, list) => count + list.length, 0)
}

function onlyIn<T extends { key: string }>(these: readonly T[], those: readonly T[]): T[] {
  const known = new Set(those.map(({ key }) => key))
  return these.filter(({ key }) => !known.has(key))
}

function paired<T extends { key: string }>(before: readonly T[], after: readonly T[]): [T, T][] {
  const old = new Map(before.map((one) => [one.key, one]))
  return after.flatMap((now): [T, T][] => {
    const was = old.get(now.key)
    return was ? [[was, now]] : []
  })
}

/** Under another place, or before or after another sibling than it was. As few as possible are said to have moved. */
function movedPlaces(before: readonly TemplatePlace[], after: readonly TemplatePlace[]): Moved[] {
  const above = (places: readonly TemplatePlace[], { parentId }: TemplatePlace) =>
    places.find(({ id }) => id === parentId) ?? null
  const pairs = paired(before, after).map(([old, now]) => ({
    before: old,
    after: now,
    from: above(before, old),
    to: above(after, now),
  }))
  const stayed = pairs.filter(({ from, to }) => from?.key === to?.key)
  const still = new Set<string>()
  for (const level of Map.groupBy(stayed, ({ to }) => to?.key ?? null).values()) {
    const positions = level.map((one) => before.indexOf(one.before))
    for (const index of longestRise(positions)) still.add(level[index]?.after.key ?? '')
  }
  return pairs.filter(({ after: { key } }) => !still.has(key))
}

/** Indexes of a longest rising part of the numbers. */
function longestRise(numbers: readonly number[]): number[] {
  const best: number[][] = []
  for (const [index, number] of numbers.entries()) {
    const earlier = best.filter((_, before) => (numbers[before] ?? 0) < number)
    const longest = earlier.reduce<number[]>((one, other) => (other.length > one.length ? other : one), [])
    best.push([...longest, index])
  }
  return best.reduce<number[]>((one, other) => (other.length > one.length ? other : one), [])
}
