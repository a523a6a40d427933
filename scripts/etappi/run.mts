// The operator's command line, over the same functions that the pages use. Works beside a running server, and without one:
// then the embedded database is started for the length of the command.
import { settings } from '../../lib/platform/env.ts'
import { connectProduct } from '../database/connect-product.mts'
import { migrationState } from '../database/migrations.mts'
import { type OpenDatabase, openDatabase } from '../database/open.mts'
import { hasDatabase } from '../database/places.mts'
import { root } from '../runtime.mjs'
import { readDotEnv } from '../steps/dot-env.mts'
import { ensurePrismaClient } from '../steps/prisma-client.mts'
import { helpText, readArguments } from './arguments.mts'
import { type Command, noDatabase, type Outcome, refused } from './command.mts'

/**
 * Carries out what was typed behind `npm run etappi --` and tells it on standard output and standard error.
 * @returns the exit code: 0 done, 1 refused or failed, 2 not understood
 */
export async function carryOut(args: string[]): Promise<number> {
  await ensurePrismaClient()
  const { commands } = await import('./registry.mts')
  const asked = readArguments(commands, args)
  if (asked.kind === 'help') {
    console.log(helpText(commands, asked.command))
    return 0
  }
  if (asked.kind === 'wrong') {
    console.error(`${asked.sentence}\n\n${helpText(commands, asked.command)}`)
    return 2
  }
  const run = async () =>
    (asked.command.needsDatabase?.(asked.input) ?? true)
      ? withDatabase((database) => withNotes(asked.command, asked.input, database))
      : asked.command.run(asked.input)
  const outcome = await run().catch(
    (error: unknown): Outcome => refused('FAILED', error instanceof Error ? error.message : String(error)),
  )
  return tell(outcome, asked.json)
}

async function withDatabase(act: (database: OpenDatabase) => Promise<Outcome>): Promise<Outcome> {
  readDotEnv()
  const given = settings()
  if (!hasDatabase(given)) return noDatabase(given.dataDir)
  const database = await openDatabase({ migrate: false })
  try {
    const { missing } = await migrationState(root, database.ownerUrl)
    if (missing.length > 0) {
      return refused('MIGRATIONS_MISSING', `The database lacks ${missing.length} migrations. Run "npm run up" first.`)
    }
    connectProduct(given, database)
    return await act(database)
  } finally {
    const { disconnect } = await import('@/lib/platform/db')
    await disconnect()
    await database.close()
  }
}

async function withNotes(
  command: Command,
  input: Record<string, string | undefined>,
  database: OpenDatabase,
): Promise<Outcome> {
  for (const note of database.notes) console.error(note)
  return command.run(input)
}

function tell(outcome: Outcome, json: boolean): number {
  const { lines, ...bare } = outcome
  if (json) console.log(JSON.stringify(bare))
  else if (outcome.ok) console.log(outcome.lines.join('\n'))
  else console.error([`${outcome.sentence} (${outcome.reason})`, ...(lines ?? [])].join('\n'))
  return outcome.ok ? 0 : 1
}
