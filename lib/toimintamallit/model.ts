export const useStates = ['yes', 'partly', 'no'] as const
export type UseState = (typeof useStates)[number]

export const goalStates = ['yes', 'partly', 'no', 'unknown'] as const
export type GoalState = (typeof goalStates)[number]

/** Operating model. Null in `described`, `piloted` and `stayedInUse` is unknown, which is not "no". */
export type ToimintamalliRow = {
  id: string
  workPackageId: string | null
  investmentIds: string[]
  name: string
  innokylaUrl: string | null
  described: boolean | null
  /** Listed in the final report's table of renewed models */
  listedInReportTable: boolean
  tablePlace: string | null
  piloted: UseState | null
  pilotedAsWritten: string | null
  /** Taken into use, when somebody has told so; what stayed in use was taken into use as well (see `takenInto`) */
  takenIntoUse: UseState | null
  stayedInUse: UseState | null
  stayedInUseAsWritten: string | null
  statusText: string | null
  goals: string[]
  goalMet: GoalState | null
  goalMetBasis: string | null
  results: string[]
  ownerAfterProject: string | null
  place: string | null
  sectionRef: string | null
  sectionTitle: string | null
  note: string | null
  /** Title tag in Innokylä, e.g. (RRP, P4, I1) */
  titleTag: string | null
  version: number
  /** Addresses as the places of the source give them; they may disagree */
  addresses: { place: string; url: string }[]
}

/** Described in Innokylä: told so, or shown by an address there. Null: nothing tells. */
export function isDescribed({
  described,
  innokylaUrl,
}: Pick<ToimintamalliRow, 'described' | 'innokylaUrl'>): boolean | null {
  if (described !== null) return described
  return innokylaUrl !== null && isInnokylaAddress(innokylaUrl) ? true : null
}

/** The same in the words of the other questions: no is not unknown. */
export function describedState(row: Pick<ToimintamalliRow, 'described' | 'innokylaUrl'>): UseState | null {
  const described = isDescribed(row)
  if (described === null) return null
  return described ? 'yes' : 'no'
}

/** Source of the form: the domain description, section "Rules of the game". */
export function isInnokylaAddress(url: string): boolean {
  return /^https:\/\/(www\.)?innokyla\.fi\/(fi|sv|en)\/(toimintamalli|kokonaisuus)\/[^/]+(\/kehittamisen-polku)?\/?$/.test(
    url,
  )
}

/** Taken into use: told so, or shown by its having stayed in use. Null: nothing tells. */
export function takenInto({
  takenIntoUse,
  stayedInUse,
}: Pick<ToimintamalliRow, 'takenIntoUse' | 'stayedInUse'>): UseState | null {
  return takenIntoUse ?? (stayedInUse === 'no' ? null : stayedInUse)
}

/** Title tag as it is recorded, else as the name ends with it: (RRP, P4, I1). Null: there is none. */
export function tagOf({ titleTag, name }: Pick<ToimintamalliRow, 'titleTag' | 'name'>): string | null {
  return titleTag ?? /\(RRP[^)]*\)/i.exec(name)?.[0] ?? null
}
