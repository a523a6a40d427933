/** What of the comparison is shown. Lives in the address, so that it can be sent to somebody. */
export type DifferenceView = {
  /** Key of the period to compare with; null: the one before */
  with: string | null
  changedOnly: boolean
}

type Parameters = Record<string, string | string[] | undefined>

/** Reads an address; what it does not understand is left at its plain state, since addresses are also typed by hand. */
export function parseDifferenceView(parameters: Parameters): DifferenceView {
  const given = (name: string) => [parameters[name] ?? []].flat()
  return {
    with: given('with').find((key) => /^[\w-]{1,40}$/.test(key)) ?? null,
    changedOnly: given('changed').includes('1'),
  }
}

/** The part of the address after the path, empty for the plain view. Round trip with `parseDifferenceView`. */
export function differenceQuery(view: DifferenceView): string {
  const query = new URLSearchParams()
  if (view.with) query.set('with', view.with)
  if (view.changedOnly) query.set('changed', '1')
  const text = query.toString()
  return text ? `?${text}` : ''
}
