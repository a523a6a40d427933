import type { ReactElement } from 'react'
import { Dashboard } from '@/components/steering/dashboard'
import type { Words } from '@/lib/platform/words'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import type { EarlierLights } from '@/lib/steering/lights/model'
import { summarise } from '@/lib/steering/model'
import type { DashboardView } from '@/lib/steering/schema'

type Drawn = { t: Words; body: SnapshotBody; view: DashboardView; earlier: EarlierLights }

/** The frozen part of the page. Without a chosen period it compares with the one that was frozen as the previous. */
export function drawDashboard({ t, body, view, earlier }: Drawn): ReactElement {
  const comparedWith = view.compare ?? body.previous?.key ?? null
  return <Dashboard t={t} body={body} summary={summarise(body, earlier)} view={view} comparedWith={comparedWith} />
}
