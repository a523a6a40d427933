// Prisma's schema engine as WebAssembly: migrations without downloading a binary.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { MigrationAdapter } from './engine-adapter.mts'
import { migrationList, schemaFiles } from './migration-files.mts'

const filters = { externalTables: [], externalEnums: [] }

let loaded: Promise<void> | null = null

async function load(): Promise<void> {
  const home = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const bytes = fs.readFileSync(path.join(home, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  })
  // the engine reports a panic through this global before it traps
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        throw new Error(`schema engine: ${message}`)
      },
    },
  })
  bindings.__wbg_set_wasm(instance.exports)
  ;(instance.exports as { __wbindgen_start(): void }).__wbindgen_start()
}

async function withEngine<T>(
  root: string,
  url: string,
  act: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= load()
  await loaded
  const adapter = new MigrationAdapter(url)
  const bound = bindMigrationAwareSqlAdapterFactory(adapter)
  try {
    const datamodels = schemaFiles(root).map((file): [string, string] => [file.path, file.content])
    const engine = await bindings.SchemaEngine.new({ datamodels }, () => {}, bound)
    return await act(engine).catch((error: unknown) => {
      throw readable(error, bound)
    })
  } finally {
    await adapter.end()
  }
}

/** The engine hands over errors as JSON, and errors of the adapter as a number in a registry. */
function readable(error: unknown, bound: ReturnType<typeof bindMigrationAwareSqlAdapterFactory>): Error {
  const text = error instanceof Error ? error.message : String(error)
  const id = /"id":\s*(\d+)/.exec(text)?.[1]
  const cause = id ? bound.errorRegistry.consumeError(Number(id))?.error : null
  return new Error(cause instanceof Error ? `${text}: ${cause.message}` : text)
}

/**
 * Applies what is missing, in order, recording it in _prisma_migrations as `prisma migrate deploy` does; with `only`, what is
 * named there.
 */
export function applyMigrations(root: string, url: string, only?: ReadonlySet<string>): Promise<string[]> {
  return withEngine(root, url, async (engine) => {
    const done = await engine.applyMigrations({ migrationsList: migrationList(root, only), filters })
    return done.appliedMigrationNames
  })
}

/** SQL that leads from the migrations to the schema files, or null when they agree. `url`: a server for the shadow database. */
export function missingSql(root: string, url: string): Promise<string | null> {
  return withEngine(root, url, async (engine) => {
    const list = migrationList(root)
    const { stdout } = await engine.diff({
      from: list.migrationDirectories.length > 0 ? { tag: 'migrations', ...list } : { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: schemaFiles(root) },
      script: true,
      exitCode: null,
      filters,
    })
    return !stdout || /empty migration/i.test(stdout) ? null : stdout
  })
}
