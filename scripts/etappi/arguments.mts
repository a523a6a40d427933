import { parseArgs } from 'node:util'
import type { Command } from './command.mts'

export type Asked =
  | { kind: 'help'; command: Command | null }
  | { kind: 'wrong'; sentence: string; command: Command | null }
  | { kind: 'run'; command: Command; input: Record<string, string | undefined>; json: boolean }

/** Understands `etappi <command> [--option value] [--json] [--help]`. Pure. */
export function readArguments(commands: readonly Command[], args: readonly string[]): Asked {
  const [name] = args
  if (name === undefined || name === '--help' || name === '-h') return { kind: 'help', command: null }
  if (name === 'help') return { kind: 'help', command: commandNamed(commands, args.slice(1)) }
  const command = commandNamed(commands, args)
  if (!command) return { kind: 'wrong', sentence: unknownName(commands, name), command: null }
  const rest = args.slice(command.name.split(' ').length)
  const text = Object.fromEntries(
    Object.entries(command.options).map(([option, { flag }]) => [
      option,
      { type: flag ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  try {
    const { values } = parseArgs({
      args: rest,
      options: { ...text, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    })
    if (values.help) return { kind: 'help', command }
    const input = Object.fromEntries(
      Object.entries(values).map(([option, value]) => [option, value === true ? 'yes' : String(value)]),
    )
    const missing = Object.entries(command.options).filter(([option, { required }]) => required && !input[option])
    if (missing.length > 0) {
      const sentence = `Missing: ${missing.map(([option, { value }]) => `--${option} ${value}`).join(', ')}.`
      return { kind: 'wrong', sentence, command }
    }
    return { kind: 'run', command, input, json: values.json === true }
  } catch (error) {
    return { kind: 'wrong', sentence: (error as Error).message, command }
  }
}

/** Commands of one matter share their first word: "statistics refresh". */
function commandNamed(commands: readonly Command[], args: readonly string[]): Command | null {
  return commands.find(({ name }) => args.slice(0, name.split(' ').length).join(' ') === name) ?? null
}

function unknownName(commands: readonly Command[], first: string): string {
  const longer = commands.filter(({ name }) => name.startsWith(`${first} `))
  if (longer.length === 0) return `There is no command "${first}".`
  return `Say which: ${longer.map(({ name }) => name).join(', ')}.`
}

/** Help for one command, or for all. */
export function helpText(commands: readonly Command[], command: Command | null): string {
  if (command) {
    const options = Object.entries(command.options)
    const usage = options.map(([name, { value, required }]) =>
      required ? ` --${name} ${value}` : ` [${`--${name} ${value}`.trim()}]`,
    )
    const lines = options.map(([name, { value, help }]) => `  ${`--${name} ${value}`.padEnd(24)}${help}`)
    return [`npm run etappi -- ${command.name}${usage.join('')} [--json]`, '', command.summary, ...lines].join('\n')
  }
  return [
    'npm run etappi -- <command> [options] [--json]',
    '',
    ...commands.map((one) => `  ${one.name.padEnd(22)}${one.summary}`),
    '',
    'npm run etappi -- help <command> tells its options.',
    'With --json the answer is one JSON object (npm run --silent etappi -- … leaves out npm’s own lines).',
    'Exit codes: 0 done, 1 refused (the reason is printed), 2 not understood.',
  ].join('\n')
}
