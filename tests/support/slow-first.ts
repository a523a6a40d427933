import fs from 'node:fs'
import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

/** Files that take longest, so that none of them is left alone at the end while the other workers have nothing to do. */
const slow = [
  'tests/platform/fault-sweep.db.test.ts',
  'tests/project-packages/odd.db.test.ts',
  'tests/status-reports/walk.db.test.ts',
  'tests/steering/review-readers.db.test.ts',
  'tests/setup/etappi.db.test.ts',
  'tests/statistics/command-line.db.test.ts',
  'tests/platform/upgrade.db.test.ts',
  'tests/platform/replica.db.test.ts',
]

for (const file of slow) if (!fs.existsSync(file)) throw new Error(`${file} has another name now: tell it here, too`)

export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = slow.findIndex((one) => moduleId.endsWith(one))
      return at < 0 ? slow.length : at
    }
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}
