import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '@/generated/prisma/client'
import { env } from '@/lib/platform/env'

export type Tx = Prisma.TransactionClient

/** Whose eyes a transaction looks with; PostgreSQL's row-level security reads the same three settings. */
export type Scope = {
  organisationId: string | null
  userId: string | null
  scope: 'county' | 'national' | 'system'
}

const holder = globalThis as { etappiDb?: PrismaClient }

function client(): PrismaClient {
  if (!holder.etappiDb) {
    holder.etappiDb = new PrismaClient({
      adapter: new PrismaPg({ connectionString: env().databaseAppUrl, max: 20 }),
    })
  }
  return holder.etappiDb
}

const running = new AsyncLocalStorage<{ tx: Tx; scope: Scope }>()

const sameScope = (a: Scope, b: Scope): boolean =>
  a.organisationId === b.organisationId && a.userId === b.userId && a.scope === b.scope

/**
 * Runs `work` in one transaction that sees only the scope's rows. The only door to the database.
 * Inside another `inScope` of the same scope it joins that transaction, so that commands can be built of queries and
 * of each other and still stand or fall as one; with another scope it is a transaction of its own.
 * @throws when the database is away, and whatever `work` throws; then nothing of it is kept
 */
export function inScope<T>(scope: Scope, work: (tx: Tx) => Promise<T>, limits: { seconds?: number } = {}): Promise<T> {
  const outer = running.getStore()
  if (outer && sameScope(outer.scope, scope)) return work(outer.tx)
  return client().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('etappi.organisation', ${scope.organisationId ?? ''}, true),
        set_config('etappi.user', ${scope.userId ?? ''}, true), set_config('etappi.scope', ${scope.scope}, true)`
      return running.run({ tx, scope }, () => work(tx))
    },
    { maxWait: 10_000, timeout: (limits.seconds ?? 20) * 1000 },
  )
}

/** Closes the connections; for scripts and tests, so that the process can end. */
export async function disconnect(): Promise<void> {
  await holder.etappiDb?.$disconnect()
  holder.etappiDb = undefined
}
