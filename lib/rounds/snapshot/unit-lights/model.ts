import type { Light } from '@/lib/status-reports/model'

/** Where a light comes from: the unit's own report, the worst of its parts, or nowhere. Without one the report tells the state. */
export type UnitLight = {
  light: Light | null
  from: 'own' | 'parts' | 'none'
  /** The part whose light it is when it comes from the parts */
  partId: string | null
  reason: string | null
}

/** A light with whether the unit has reported; absent in what was frozen before that was kept. */
export type EarlierLight = UnitLight & { reported?: boolean }
