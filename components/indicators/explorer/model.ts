import type { SnapshotIndicator } from '@/lib/rounds/snapshot/model'
import type { ExplorerCharts } from '@/lib/steering/indicators/explorer/charts/model'
import type { ExplorerChoice, ExplorerProblem, Offered } from '@/lib/steering/indicators/explorer/model'
import type { ValueRow } from '@/lib/steering/indicators/explorer/values/model'
import type { KnownIndicators } from '@/lib/steering/indicators/model'

/** What the explorer shows of one choice. */
export type Explored = {
  choice: ExplorerChoice
  problems: readonly ExplorerProblem[]
  known: KnownIndicators
  offered: Offered
  chosen: readonly SnapshotIndicator[]
  /** Nothing was chosen: what is shown is where one can begin */
  unasked: boolean
  charts: ExplorerCharts
  values: readonly ValueRow[]
  hasCard: (id: string) => boolean
  /** Keys of the periods whose publications can be read instead of what is known today */
  publications: readonly string[]
}
