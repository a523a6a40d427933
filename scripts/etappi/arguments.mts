import { parseArgs } from 'node:util'
import type { Command } from './command.mts'

export type Asked =
  | { kind: 'help'; command: Command | null }
  | { kind: 'wrong'; sentence: string; command: Command | null }
  | { kind: 'run'; command: Command; input: Record<string, string | undefined>; json: boolean }

/** Understands `etappi <command> [--option value] [--json] [--help]`. Pure. */
export function readArguments(commands: readonly Command[], args: readonly string[]): Asked {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h') return { kind: 'help', command: null }
  if (name === 'help') return { kind: 'help', command: commands.find((one) => one.name === rest[0]) ?? null }
  const command = commands.find((one) => one.name === name)
  if (!command) return { kind: 'wrong', sentence: `There is no command "${name}".`, command: null }
  const text = Object.fromEntries(Object.keys(command.options).map((option) => [option, { type: 'string' as const }]))
  try {
    const { values } = parseArgs({
      args: rest,
      options: { ...text, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    })
    if (values.help) return { kind: 'help', command }
    const input = values as Record<string, string | undefined>
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

/** Help for one command, or for all. */
export function helpText(commands: readonly Command[], command: Command | null): string {
  if (command) {
    const options = Object.entries(command.options)
    const usage = options.map(([name, { value, required }]) =>
      required ? ` --${name} ${value}` : ` [--${name} ${value}]`,
    )
    const lines = options.map(([name, { value, help }]) => `  ${`--${name} ${value}`.padEnd(24)}${help}`)
    return [`npm run etappi -- ${command.name}${usage.join('')} [--json]`, '', command.summary, ...lines].join('\n')
  }
  return [
    'npm run etappi -- <command> [options] [--json]',
    '',
    ...commands.map((one) => `  ${one.name.padEnd(16)}${one.summary}`),
    '',
    'npm run etappi -- help <command> tells its options.',
    'With --json the answer is one JSON object (npm run --silent etappi -- … leaves out npm’s own lines).',
    'Exit codes: 0 done, 1 refused (the reason is printed), 2 not understood.',
  ].join('\n')
}
