import type { Words } from '@/lib/platform/words'
import type { SnapshotBody, SnapshotUnit } from '@/lib/rounds/snapshot/model'
import type { UnitParts } from '@/lib/steering/units/model'

/** What the parts of a unit's page are drawn from. */
export type UnitProps = {
  t: Words
  /** Short name of the publication, for the addresses of its figures */
  code: string
  body: SnapshotBody
  unit: SnapshotUnit
  parts: UnitParts
  /** Number of the publication when a newer one of its period stands; null for the newest */
  version: number | null
}

/** A publication of the same project, for the history of the unit's light. */
export type EarlierUnit = { code: string; periodKey: string; usesLights: boolean; unit: SnapshotUnit | null }
