import os from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { SlowFirst } from './tests/support/slow-first.ts'

const root = import.meta.dirname
const resolve = {
  alias: [
    { find: /^server-only$/, replacement: path.join(root, 'tests/support/empty.ts') },
    { find: /^@\//, replacement: `${root}/` },
  ],
}
// A loaded machine is slow, not wrong: no test is about its own speed.
const testTimeout = 30_000
const common = { root, environment: 'node' as const, env: { TZ: 'Europe/Helsinki' }, testTimeout }

// Every test file belongs to exactly one runner: *.db.test.ts to `db`, tests/architecture to `architecture`, other
// *.test.ts to `unit`, *.e2e.ts to Playwright.
export default defineConfig({
  resolve,
  test: {
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        resolve,
        test: {
          ...common,
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/**/*.db.test.ts', 'tests/architecture/**'],
          pool: 'threads',
          isolate: false,
        },
      },
      {
        resolve,
        test: { ...common, name: 'architecture', include: ['tests/architecture/**/*.test.ts'], pool: 'threads' },
      },
      {
        resolve,
        test: {
          ...common,
          name: 'db',
          include: ['tests/**/*.db.test.ts'],
          globalSetup: ['tests/support/database-server.ts'],
          setupFiles: ['tests/support/fresh-file.ts', 'tests/support/database-per-file.ts'],
          pool: 'forks',
          // half of a short file's time was reading the same packages; fresh-file.ts keeps files apart
          isolate: false,
          // it can be made ready once only, and the code that does so is evaluated anew for each file
          server: { deps: { inline: [/schema-engine-wasm/] } },
          // workers wait for PostgreSQL a good part of their time
          maxWorkers: os.availableParallelism() + 1,
          sequence: { groupOrder: 1 },
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
