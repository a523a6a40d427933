// The shape of one operator's command. Each command is a file of its own in commands/; registry.mts lists them.

/** A `flag` takes no value: given, it is 'yes'. */
export type Option = { value: string; help: string; required: boolean; flag?: true }

/**
 * `data` is what --json prints, `lines` what a person reads; a refusal may have them beside its sentence. `findings` are
 * printed beside the data, by a command that checks something.
 */
export type Outcome =
  | { ok: true; data: unknown; lines: string[]; findings?: unknown[] }
  | { ok: false; reason: string; sentence: string; data?: unknown; lines?: string[] }

type Input<Options extends Record<string, Option>> = {
  [Name in keyof Options]: Options[Name]['required'] extends true ? string : string | undefined
}

export type Command = {
  name: string
  summary: string
  options: Record<string, Option>
  /** Whether the database is opened for it; it is, when nothing is said */
  needsDatabase?: (input: Record<string, string | undefined>) => boolean
  run(input: Record<string, string | undefined>): Promise<Outcome>
}

export function required(value: string, help: string) {
  return { value, help, required: true as const }
}

export function optional(value: string, help: string) {
  return { value, help, required: false as const }
}

export function flag(help: string) {
  return { value: '', help, required: false as const, flag: true as const }
}

/** Gives `run` its options by name: a required one is a string, an optional one may be undefined. */
export function command<const Options extends Record<string, Option>>(made: {
  name: string
  summary: string
  options: Options
  needsDatabase?: (input: Record<string, string | undefined>) => boolean
  run(input: Input<Options>): Promise<Outcome>
}): Command {
  return { ...made, run: (input) => made.run(input as Input<Options>) }
}

export function done(data: unknown, lines: string[]): Extract<Outcome, { ok: true }> {
  return { ok: true, data, lines }
}

export function refused(reason: string, sentence: string, more: { data?: unknown; lines?: string[] } = {}): Outcome {
  return { ok: false, reason, sentence, ...more }
}

export function noDatabase(dataDir: string): Outcome {
  return refused('NO_DATABASE', `There is no database in ${dataDir} yet. Run "npm run up" first.`)
}

/** Rows as columns of equal width, the first row being the headings. Whole numbers stand to the right. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  const cell = (text: string, column: number) =>
    /^\d+$/.test(text) ? text.padStart(width(column)) : text.padEnd(width(column))
  return rows.map((row) => row.map(cell).join('  ').trimEnd())
}
