import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disconnect } from '@/lib/platform/db'
import type { TestDatabase } from '../support/test-server'
import { demoCopy, emptyInstallation, goTo, packageOf, takeIn } from './places'

const projects = ['kkk2', 'syli', 'tyhja'] as const

let demo: TestDatabase
let empty: TestDatabase
const first = new Map<string, string>()

beforeAll(async () => {
  demo = await demoCopy()
  empty = await emptyInstallation()
  await goTo(demo)
  for (const project of projects) first.set(project, await packageOf(project))
}, 300_000)
afterAll(async () => {
  await disconnect()
  await demo.dispose()
  await empty.dispose()
})

describe('a project that moves', { timeout: 300_000 }, () => {
  it('is written the same each time', async () => {
    for (const project of projects) expect((await packageOf(project)) === first.get(project)).toBe(true)
  })

  it('is the same here: taking it in again changes nothing', async () => {
    for (const project of projects) {
      expect(await takeIn(first.get(project) ?? '')).toMatchObject({ outcome: 'identical', key: project })
    }
  })

  it('comes into an empty installation and leaves it byte for byte as it came', async () => {
    await goTo(empty)
    for (const project of projects) {
      const text = first.get(project) ?? ''
      expect(await takeIn(text)).toMatchObject({ outcome: 'imported', key: project })
      const again = await packageOf(project)
      if (again !== text) console.error(firstDifference(text, again))
      expect(again === text).toBe(true)
      console.log(`${project}: ${text.length} characters there and back`)
    }
  })
})

function firstDifference(a: string, b: string): string {
  const [before, after] = [a.split('\n'), b.split('\n')]
  const at = before.findIndex((line, index) => line !== after[index])
  return `line ${at + 1} of ${before.length}/${after.length}\n- ${before[at]?.slice(0, 600)}\n+ ${after[at]?.slice(0, 600)}`
}
