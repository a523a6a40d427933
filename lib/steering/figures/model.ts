/**
 * A figure of a published period by what it is and by the id of its row. `computed` figures have no row of their own: their
 * id is the name of the sum, or `name.rowId` for one sum per row (`purchases.<investment>`).
 */
export const figureKinds = {
  measurement: 'm',
  target: 't',
  light: 'l',
  purchase: 'p',
  budget_line: 'b',
  budget_total: 'd',
  estimate: 'e',
  actual: 'a',
  forecast: 'f',
  reservation: 'v',
  risk: 'r',
  plan_change: 'c',
  action: 'n',
  cell: 'x',
  toimintamalli: 'o',
  decision: 's',
  computed: 'z',
} as const
export type FigureKind = keyof typeof figureKinds

export type FigureRef = { kind: FigureKind; id: string }

/** The short form of a row's id: its last twelve hexadecimal digits; a name stays as it is, with the row in it shortened. */
export function shortOf(id: string): string {
  return id
    .split('.')
    .map((part) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part) ? part.slice(-12) : part))
    .join('.')
}

/** `4f0c…-m0933fc9c41a2`: the code of the publication, the kind, the short id. Stable as long as the publication, which is for ever. */
export function figureName(code: string, { kind, id }: FigureRef): string {
  return `${code}-${figureKinds[kind]}${shortOf(id)}`
}

export type NamedFigure = { code: string | null; kind: FigureKind; short: string }

/** Reads a short address' name; without a code it means the newest publication that holds the row. Null: no such form. */
export function readFigureName(name: string): NamedFigure | null {
  const found = /^(?:([0-9a-f]{10})-)?([a-z])([A-Za-z0-9._-]{1,80})$/.exec(name)
  const kind = (Object.keys(figureKinds) as FigureKind[]).find((one) => figureKinds[one] === found?.[2])
  return found?.[3] && kind ? { code: found[1] ?? null, kind, short: found[3] } : null
}
