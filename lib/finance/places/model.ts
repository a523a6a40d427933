/** A part of the budget-bearing structure, as money needs it. Parents stand before their children. */
export type InvestmentPlace = {
  id: string
  parentId: string | null
  /** Code and title as people say them */
  label: string
  /** Its code alone, where that says enough (Investointi 1), for long lists */
  short: string
  level: string
  depth: number
  /** Every name the sources give it: code, title, variants */
  names: string[]
}

export type PackagePlace = {
  id: string
  investmentId: string | null
  parentId: string | null
  label: string
  names: string[]
  /** Euros that the plan estimates; null: not told */
  estimate: string | null
}

/** To whom in a project money can belong. */
export type Places = { investments: InvestmentPlace[]; packages: PackagePlace[] }

/** The short label of an investment; null when it has none, or it is not of this project. */
export function shortOf(investments: readonly InvestmentPlace[], id: string | null): string | null {
  return investments.find((one) => one.id === id)?.short ?? null
}

/** The label of a place; null when it has none, or it is not of this project. */
export function labelOfPlace(places: readonly { id: string; label: string }[], id: string | null): string | null {
  return places.find((one) => one.id === id)?.label ?? null
}

/** An investment and everything under it. */
export function branchOfPlace(investments: readonly InvestmentPlace[], id: string): string[] {
  const under = investments.filter(({ parentId }) => parentId === id)
  return [id, ...under.flatMap((child) => branchOfPlace(investments, child.id))]
}
