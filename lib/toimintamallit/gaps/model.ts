import { isInnokylaAddress, type ToimintamalliRow, tagOf } from '@/lib/toimintamallit/model'

/** What is missing or disagrees in the register. In the order in which they are told. */
export const gaps = [
  'no_unit',
  'no_investment',
  'not_described',
  'no_address',
  'address_form',
  'addresses_differ',
  'no_tag',
  'tag_differs',
  'piloted_unknown',
  'taken_unknown',
  'stayed_unknown',
  'no_goal',
  'goal_unknown',
  'no_result',
  'no_owner',
  'no_evidence',
] as const
export type Gap = (typeof gaps)[number]

/** An investment of the tree, as much as the tag is compared with. */
export type TaggedInvestment = { code: string | null; title: string }

/** What the rest of the house knows of a model. */
export type Surroundings = { investments: readonly TaggedInvestment[]; evidence: number }

/** The gaps of one model. An unknown goal matters only when there is a goal, and a wrong address only when there is one. */
export function gapsOf(row: ToimintamalliRow, { investments, evidence }: Surroundings): Gap[] {
  const tag = tagOf(row)
  const found: Record<Gap, boolean> = {
    no_unit: row.workPackageId === null,
    no_investment: investments.length === 0,
    not_described: row.described === false,
    no_address: row.innokylaUrl === null && row.described !== false,
    address_form: row.innokylaUrl !== null && !isInnokylaAddress(row.innokylaUrl),
    addresses_differ: disagreeing(row).length > 0,
    no_tag: tag === null && row.innokylaUrl !== null,
    tag_differs: tag !== null && tagDifference(tag, investments) !== null,
    piloted_unknown: row.piloted === null,
    taken_unknown: row.takenIntoUse === null && (row.stayedInUse === null || row.stayedInUse === 'no'),
    stayed_unknown: row.stayedInUse === null,
    no_goal: row.goals.length === 0,
    goal_unknown: row.goals.length > 0 && (row.goalMet === null || row.goalMet === 'unknown'),
    no_result: row.results.length === 0,
    no_owner: row.ownerAfterProject === null,
    no_evidence: evidence === 0,
  }
  return gaps.filter((gap) => found[gap])
}

/** The addresses that other places give when they are not the model's own; empty when all agree. */
export function disagreeing({ innokylaUrl, addresses }: Pick<ToimintamalliRow, 'innokylaUrl' | 'addresses'>) {
  return addresses.filter(({ url }) => innokylaUrl === null || sameAddress(url) !== sameAddress(innokylaUrl))
}

/** The same page in Innokylä: with or without www, the development path or a slash at the end. */
const sameAddress = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/+$/, '')
    .replace(/\/kehittamisen-polku$/, '')

/** Investments that a tag names, as numbers: `(RRP, P4, I1 ja I4)` names 1 and 4. */
export function investmentsInTag(tag: string): string[] {
  return [...tag.matchAll(/\bI\s?(\d+)/gi)].flatMap(([, number]) => number ?? [])
}

/** Numbers that only one of the tag and the investments has; null when they agree, or when nothing can be compared. */
export function tagDifference(
  tag: string,
  investments: readonly TaggedInvestment[],
): { tag: string[]; investments: string[] } | null {
  const told = investmentsInTag(tag)
  const held = [...new Set(investments.flatMap((one) => numberOf(one) ?? []))]
  if (told.length === 0 || held.length === 0) return null
  const same = told.every((one) => held.includes(one)) && held.every((one) => told.includes(one))
  return same ? null : { tag: told, investments: held }
}

/** Number of an investment: of its code (`I1`, `1`, `1 a)`), else of its title (`Investointi 3: …`). */
function numberOf({ code, title }: TaggedInvestment): string | null {
  return /\d+/.exec(code ?? '')?.[0] ?? /\binvestoin\w*\s+(\d+)/i.exec(title)?.[1] ?? null
}
