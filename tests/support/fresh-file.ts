// A worker takes one test file after another: what node_modules hold is read, and the engine of the queries made ready, once.
// Everything else a file finds as the first one did: the product's own modules are evaluated anew for each, the settings are
// those of the beginning, and nothing that a process keeps for all of its life is left.
import { vi } from 'vitest'

type OfProcess = {
  settingsAtFirst?: NodeJS.ProcessEnv
  etappiDb?: unknown
  etappiKeptFiles?: unknown
  etappiTurns?: unknown
}
const kept = globalThis as OfProcess

kept.settingsAtFirst ??= { ...process.env }
for (const name of Object.keys(process.env)) if (!(name in kept.settingsAtFirst)) delete process.env[name]
Object.assign(process.env, kept.settingsAtFirst)

// closed by database-per-file.ts, unless the file before this one broke off
delete kept.etappiDb
delete kept.etappiKeptFiles
delete kept.etappiTurns

vi.useRealTimers()
vi.unstubAllGlobals()
vi.resetModules()
